import type { AnchorPlace } from "@upiao/document";
import { describe, expect, it } from "vitest";
import type { ThreadFragment } from "../../generated/graphql.ts";
import { filterThreads, orderThreads, type ThreadFilter, writersIn } from "./order-threads.ts";

const person = (name: string) => ({ id: name, name, bodyName: "Alfa", role: "EDITOR" as const });

function thread(id: string, quote: string | null, writers: readonly string[] = ["Elena"]): ThreadFragment {
  return {
    id,
    kind: "QUESTION",
    state: "OPEN",
    bodyId: "alfa",
    role: "EDITOR",
    competence: null,
    createdAt: "2026-01-01",
    awaitingReply: true,
    resolvedBy: null,
    resolvedAt: null,
    anchor: quote === null ? null : { start: "", end: "", quote, before: "", after: "" },
    by: person(writers[0]!),
    comments: writers.map((name) => ({
      id: `${id}-${name}`,
      text: name,
      at: "2026-01-01",
      editedAt: null,
      deletedAt: null,
      by: person(name),
      mentions: [],
    })),
  };
}

const at = (from: number): AnchorPlace => ({ kind: "THERE", range: { from, to: from + 1 } });
const ids = (threads: readonly ThreadFragment[]) => threads.map(({ id }) => id);

describe("the threads of a section", () => {
  const threads = [thread("late", "b"), thread("whole", null), thread("gone", "x"), thread("early", "a")];

  it("stand in the order of the text, those on the whole section after them, those of gone words apart", () => {
    const places = new Map([
      ["late", at(9)],
      ["early", at(1)],
      ["gone", { kind: "GONE" } as const],
    ]);
    const { onWords, onSection, gone } = orderThreads(threads, places);
    expect([ids(onWords), ids(onSection), ids(gone)]).toEqual([["early", "late"], ["whole"], ["gone"]]);
  });

  it("are gone only once the text is open", () => {
    expect(ids(orderThreads(threads, new Map()).onWords)).toEqual(["late", "gone", "early"]);
  });

  it("are filtered by whoever wrote in them, by state and by kind", () => {
    const all: ThreadFilter = { state: "", kind: "", personId: "" };
    const some = [
      thread("a", null, ["Elena", "Paolo"]),
      { ...thread("b", null), state: "RESOLVED" as const },
    ];
    const like = (filter: Partial<ThreadFilter>) => ids(filterThreads(some, { ...all, ...filter }));
    expect(like({})).toEqual(["a", "b"]);
    expect(like({ personId: "Paolo" })).toEqual(["a"]);
    expect(like({ state: "RESOLVED" })).toEqual(["b"]);
    expect(like({ kind: "FINDING" })).toEqual([]);
    expect(writersIn(some).map(({ name }) => name)).toEqual(["Elena", "Paolo"]);
  });
});
