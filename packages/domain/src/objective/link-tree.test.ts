import { expect, it } from "vitest";
import { isUnlinked, linksOf, linkTree } from "./link-tree.ts";

const objective = (title: string, dup: string | null, peg: string | null) => ({ title, dup, peg });

function outline(all: readonly ReturnType<typeof objective>[]) {
  return linkTree(all).map(({ dup, goals }) => [
    dup,
    goals.map(({ peg, objectives }) => [peg, objectives.map(({ title }) => title)]),
  ]);
}

it("objectives stand under what they serve, by name as people count, and those without come last", () => {
  const all = [
    objective("a", null, null),
    objective("b", "Programma 10", "2"),
    objective("c", "Programma 2", null),
    objective("d", "Programma 10", "1"),
    objective("e", null, "7"),
  ];
  expect(outline(all)).toEqual([
    ["Programma 2", [[null, ["c"]]]],
    [
      "Programma 10",
      [
        ["1", ["d"]],
        ["2", ["b"]],
      ],
    ],
    [
      null,
      [
        ["7", ["e"]],
        [null, ["a"]],
      ],
    ],
  ]);
});

it("the same programme in other letters is the same, and one of spaces is none", () => {
  const all = [
    objective("a", "Missione 1 - Digitale", "x"),
    objective("b", " missione 1 - digitale", "X "),
    objective("c", "  ", ""),
  ];
  expect(outline(all)).toEqual([
    ["Missione 1 - Digitale", [["x", ["a", "b"]]]],
    [null, [[null, ["c"]]]],
  ]);
});

it("a plan without objectives has no tree", () => {
  expect(linkTree([])).toEqual([]);
});

it("a shared objective names the DUP and the PEG of who leads the office, and in a member's tree does not hang in the air", () => {
  const shared = { shared: true, leadBodyId: "lead" };
  expect(linksOf("lead", shared)).toBe("OWN");
  expect(linksOf("alfa", shared)).toBe("LEAD");
  // For who has left the office it has no lead any more, and is not theirs either.
  expect(linksOf("gone", { shared: true, leadBodyId: null })).toBe("LEAD");
  expect(linksOf("alfa", { shared: false, leadBodyId: null })).toBe("OWN");
  const lacking = { dup: "Missione 1", peg: null };
  expect([isUnlinked(lacking, "OWN"), isUnlinked(lacking, "LEAD")]).toEqual([true, false]);
  expect(isUnlinked({ dup: "Missione 1", peg: "2" }, "OWN")).toBe(false);
});
