import { describe, expect, it } from "vitest";
import { newsOf } from "./comment-news.ts";

const elena = { id: "elena", name: "Elena" };
const andrea = { id: "andrea", name: "Andrea" };
const thread = (
  writers: readonly { id: string; name: string }[],
  resolvedBy: typeof elena | null = null,
) => ({
  state: resolvedBy ? ("RESOLVED" as const) : ("OPEN" as const),
  resolvedBy,
  comments: writers.map((by) => ({ by })),
});

describe("who hears the page is told", () => {
  it.each([
    ["of a thread that somebody raises", undefined, thread([andrea]), { what: "written", name: "Andrea" }],
    ["of an answer", thread([elena]), thread([elena, andrea]), { what: "written", name: "Andrea" }],
    ["that it is resolved", thread([elena]), thread([elena], andrea), { what: "resolved", name: "Andrea" }],
    ["nothing of their own words", thread([andrea]), thread([andrea, elena]), null],
    ["nothing of what they resolved themselves", thread([andrea]), thread([andrea], elena), null],
    ["nothing of a word mended", thread([andrea]), thread([andrea]), null],
    ["nothing of what is opened again", thread([andrea], andrea), thread([andrea]), null],
  ])("%s", (_, before, after, news) => {
    expect(newsOf(before, after, "elena")).toEqual(news);
  });
});
