import { describe, expect, it } from "vitest";
import { type CoveredItem, coverageOf } from "./coverage.ts";

const timeless = { dueOn: null, startsOn: null };
const result = (code: string, targets: Record<string, string>): CoveredItem => ({
  ...timeless,
  code,
  kind: "EXPECTED_RESULT",
  parent: "OB1.1",
  details: { targets },
});
const line = (code: string, parts: Partial<CoveredItem> = {}): CoveredItem => ({
  ...timeless,
  code,
  kind: "ACTION_LINE",
  parent: "RA1",
  ...parts,
  details: { bodies: ["COMUNE", "PROVINCIA"], ...parts.details },
});

function covered(items: readonly CoveredItem[], named: readonly string[] = []) {
  const years = { firstYear: 2026, lastYear: 2028 };
  const lines = coverageOf({ items, bodyType: "COMUNE", ...years, named: new Set(named) });
  return lines.map(({ item, term, isConditional, isAddressed }) =>
    [item.code, term, isConditional && "conditional", isAddressed && "addressed"].filter(Boolean).join(" "),
  );
}

describe("[ST1] what a plan should cover", () => {
  it("is a line of action that is due in its years", () => {
    const days = ["2025-12-31", "2026-01-31", "2028-12-31", "2029-01-31"];
    expect(covered(days.map((dueOn) => line(dueOn, { dueOn })))).toEqual([
      "2026-01-31 DUE",
      "2028-12-31 DUE",
    ]);
  });

  it("is also what goes on through them: begun before their end, or without any term", () => {
    const lines = [
      line("old", { startsOn: "2024-01-01" }),
      line("late", { startsOn: "2029-01-01" }),
      line("none"),
    ];
    expect(covered(lines)).toEqual(["old OPEN", "none OPEN"]);
  });

  it("is not what is for other kinds of body", () => {
    expect(covered([line("regions", { details: { bodies: [] } })])).toEqual([]);
    expect(covered([line("provinces", { details: { bodies: ["PROVINCIA"] } })])).toEqual([]);
  });

  it("says where it is only for some of them", () => {
    const details = { bodies: ["COMUNE"], isConditional: true } as const;
    expect(covered([line("some", { details })])).toEqual(["some OPEN conditional"]);
    // The result hangs on nothing but such a line.
    expect(covered([result("RA1", { 2026: "3" }), line("some", { details })])).toEqual([
      "RA1 DUE conditional",
      "some OPEN conditional",
    ]);
  });

  it("is an expected result with a target in its years, «n.d.» being none", () => {
    const results = [
      result("A", { 2025: "1" }),
      result("B", { 2026: "1" }),
      result("C", { 2026: "n.d.", 2027: "n.a." }),
    ];
    expect(covered(results)).toEqual(["B DUE"]);
  });

  it("is no expected result of which every line is for others", () => {
    const regions = line("regions", { parent: "RA1", details: { bodies: [] } });
    expect(covered([result("RA1", { 2026: "1" }), regions])).toEqual([]);
    expect(covered([result("RA1", { 2026: "1" }), regions, line("ours")])).toEqual(["RA1 DUE", "ours OPEN"]);
  });

  it("is no chapter, objective or tool", () => {
    for (const kind of ["CHAPTER", "OBJECTIVE", "TOOL"] as const) {
      expect(covered([{ ...line("x"), kind }])).toEqual([]);
    }
  });
});

describe("[ST2] an item is addressed", () => {
  const items = [
    result("RA1", { 2026: "1" }),
    line("L1"),
    line("L2"),
    result("RA2", { 2026: "1" }),
    line("L3", { parent: "RA1", details: { serves: ["RA1", "RA2"] } }),
  ];
  it("when an objective names it", () => {
    expect(covered(items, ["RA1"])).toEqual([
      "RA1 DUE addressed",
      "L1 OPEN",
      "L2 OPEN",
      "RA2 DUE",
      "L3 OPEN",
    ]);
  });
  it("and a result when an objective names a line that serves it, wherever that stands", () => {
    expect(covered(items, ["L1"])).toEqual([
      "RA1 DUE addressed",
      "L1 OPEN addressed",
      "L2 OPEN",
      "RA2 DUE",
      "L3 OPEN",
    ]);
    expect(covered(items, ["L3"])).toEqual([
      "RA1 DUE addressed",
      "L1 OPEN",
      "L2 OPEN",
      "RA2 DUE addressed",
      "L3 OPEN addressed",
    ]);
  });
  it("by no code that the edition does not have", () => {
    expect(covered(items, ["RA9", "OB1.1"]).join()).not.toMatch(/addressed/);
  });
});
