import { expect, it } from "vitest";
import { readRemark } from "./remark-text.ts";

const enough = "Lo sportello apra anche il sabato.";

it.each([
  ["short", "", { fault: "TOO_SHORT" }],
  ["a".repeat(19), "", { fault: "TOO_SHORT" }],
  [` ${"a".repeat(20)} `, "", { text: "a".repeat(20), name: null }],
  ["🙂".repeat(4_000), "", { text: "🙂".repeat(4_000), name: null }],
  ["a".repeat(4_001), "", { fault: "TOO_LONG" }],
  [enough, "x".repeat(101), { fault: "NAME_TOO_LONG" }],
  [
    `${enough}\r\nE la domenica.`,
    "  Anna \n Rossi ",
    { text: `${enough}\nE la domenica.`, name: "Anna Rossi" },
  ],
])("of a remark that is %j by %j is kept %j", (text, name, kept) => {
  expect(readRemark(text, name)).toEqual(kept);
});

it("[T27] what cannot be seen or turns the direction of the text is not kept", () => {
  expect(readRemark(`${enough}\u202e\u0000\u2066\ud800 👩‍🔧`, "An\u200bna\u202e")).toEqual({
    ...{ text: `${enough} 👩‍🔧`, name: "Anna" },
  });
});
