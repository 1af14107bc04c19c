import { describe, expect, it } from "vitest";
import { type Role, roles } from "../access/role.ts";
import type { SectionFacts } from "../access/section-access.ts";
import { units } from "../objective/indicator.ts";
import { type State, states } from "../workflow/state.ts";
import { heatOf } from "./heat.ts";
import { figureMethods, figures, sumWayNames } from "./method.ts";
import { countedProgress, distributionOf, meanOf, targetTowards } from "./public-value.ts";
import { sumOver, sumWayOf, sumWays } from "./sum-way.ts";
import { mayReadFigures, mayReadOverview, mayReadTerritory } from "./territory-access.ts";

describe("[TE1] the progress that a mean counts", () => {
  const indicator = { direction: "UP", baseline: 40, target: 80, value: 60, isYearOver: false } as const;

  it.each([
    [{}, 0.5],
    [{ value: 400 }, 1],
    [{ value: 10 }, 0],
    [{ value: null }, null],
    [{ target: null }, null],
    [{ direction: "DOWN", baseline: 30, target: 10, value: 20 }, 0.5],
    [{ direction: "DOWN", baseline: 30, target: 10, value: 2 }, 1],
    [{ direction: "DOWN", baseline: 30, target: 10, value: 45 }, 0],
  ] as const)("of %o is %s: never beyond the target, never behind the baseline", (parts, progress) => {
    expect(countedProgress({ ...indicator, ...parts })).toBe(progress);
  });

  it("leaves out what was not measured, and says of how many it is", () => {
    expect(meanOf([1, 0.5, null])).toEqual({ value: 0.75, measured: 2, of: 3 });
    expect(meanOf([null])).toEqual({ value: null, measured: 0, of: 1 });
    expect(meanOf([])).toEqual({ value: null, measured: 0, of: 0 });
  });

  it("is towards the target of the year or, without one, the next", () => {
    const targets = [
      { year: 2028, value: 90 },
      { year: 2026, value: 70 },
    ];
    expect([2024, 2026, 2027, 2028, 2029].map((year) => targetTowards(year, targets))).toEqual([
      70,
      70,
      90,
      90,
      null,
    ]);
  });
});

describe("[TE2] one figure of several bodies", () => {
  it.each([
    ["NUMBER", [2, null, 3], { way: "SUM", value: 5, measured: 2, of: 3 }],
    ["EURO", [1000, 500.5], { way: "SUM", value: 1500.5, measured: 2, of: 2 }],
    ["PERCENT", [50, 100, null], { way: "MEAN", value: 75, measured: 2, of: 3 }],
    ["DAYS", [10, 20], { way: "MEAN", value: 15, measured: 2, of: 2 }],
    ["HOURS", [4], { way: "MEAN", value: 4, measured: 1, of: 1 }],
    ["YES_NO", [1, 0, 1, null], { way: "COUNT_YES", value: 2, measured: 3, of: 4 }],
    ["NUMBER", [null, null], { way: "SUM", value: null, measured: 0, of: 2 }],
    ["NUMBER", [0], { way: "SUM", value: 0, measured: 1, of: 1 }],
  ] as const)("in %s of %o is %o", (unit, values, summed) => {
    expect(sumOver(unit, values)).toEqual(summed);
  });

  it("is made in a way that has a name, in every unit", () => {
    for (const unit of units) expect(sumWays).toContain(sumWayOf(unit));
    for (const way of sumWays) expect(sumWayNames[way].it && sumWayNames[way].en).toBeTruthy();
  });
});

describe("[TE3] the classes of a table", () => {
  it.each([
    [null, "NOT_MEASURED"],
    [0, "UNDER_QUARTER"],
    [0.2499, "UNDER_QUARTER"],
    [0.25, "UNDER_HALF"],
    [0.5, "UNDER_THREE_QUARTERS"],
    [0.75, "UNDER_TARGET"],
    [0.9999, "UNDER_TARGET"],
    [1, "REACHED"],
  ])("put %s in %s", (progress, heat) => {
    expect(heatOf(progress)).toBe(heat);
  });

  it("hold every body once", () => {
    const distribution = distributionOf([null, 0.1, 0.1, 1]);
    expect(distribution.filter(({ count }) => count > 0)).toEqual([
      { heat: "NOT_MEASURED", count: 1 },
      { heat: "UNDER_QUARTER", count: 2 },
      { heat: "REACHED", count: 1 },
    ]);
  });
});

it("[TE4] every figure says in both languages how it is made", () => {
  for (const figure of figures) {
    const { it: italian, en: english } = figureMethods[figure];
    expect([figure, italian.length > 80, english.length > 80, italian !== english]).toEqual([
      figure,
      true,
      true,
      true,
    ]);
  }
});

describe("[TE5] who sees how the plans go", () => {
  const post = (bodyId: string, role: Role) => [{ bodyId, role }];
  const own = (state: State): SectionFacts => ({
    ...{ state, closed: false, adoptedAt: null },
    owner: { kind: "BODY", bodyId: "capannori", reviewerBodyIds: ["lucca"] },
  });
  const shared = (state: State): SectionFacts => ({
    ...{ state, closed: false, adoptedAt: null },
    owner: { kind: "OFFICE", leadBodyId: "lucca", memberBodyIds: ["capannori", "barga"], formerMembers: [] },
  });

  it.each(roles)("of a territory: %s of the lead body, unless they only manage its people", (role) => {
    expect(mayReadTerritory("lucca", post("lucca", role))).toBe(role !== "ADMIN");
    expect(mayReadTerritory("lucca", post("capannori", role))).toBe(false);
    expect(mayReadOverview("capannori", ["lucca"], post("lucca", role))).toBe(role !== "ADMIN");
    expect(mayReadOverview("capannori", ["lucca"], post("capannori", role))).toBe(role !== "ADMIN");
    expect(mayReadOverview("capannori", ["lucca"], post("barga", role))).toBe(false);
  });

  it.each(states)(
    "of a body's own %s section: the body, its reviewer once it is sent, everybody once published",
    (state) => {
      const may = (bodyId: string, role: Role) => mayReadFigures(own(state), "capannori", post(bodyId, role));
      expect(may("capannori", "EDITOR")).toBe(true);
      expect(may("lucca", "REVIEWER")).toBe(state !== "DRAFT");
      expect(may("lucca", "EDITOR")).toBe(state === "PUBLISHED");
      expect(may("pisa", "REVIEWER")).toBe(state === "PUBLISHED");
      expect(may("capannori", "ADMIN")).toBe(state === "PUBLISHED");
      // It is no section of another body's plan, whoever asks.
      expect(mayReadFigures(own(state), "barga", post("barga", "EDITOR"))).toBe(false);
    },
  );

  it("of a shared section: each body its own figures, and the lead body all", () => {
    const may = (bodyId: string, role: Role) =>
      mayReadFigures(shared("DRAFT"), "capannori", post(bodyId, role));
    expect(may("capannori", "EDITOR")).toBe(true);
    expect(may("lucca", "EDITOR")).toBe(true);
    expect(may("lucca", "ADMIN")).toBe(false);
    expect(may("barga", "EDITOR")).toBe(false);
    expect(mayReadFigures(shared("PUBLISHED"), "capannori", post("barga", "EDITOR"))).toBe(true);
    expect(mayReadFigures(shared("DRAFT"), "pisa", post("pisa", "EDITOR"))).toBe(false);
  });
});
