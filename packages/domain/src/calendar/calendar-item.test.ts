import { expect, it } from "vitest";
import { type CalendarFacts, calendarOf } from "./calendar-item.ts";

const facts: CalendarFacts = {
  bodies: [{ id: "barga", type: "COMUNE", mayReadGrid: true }],
  plans: [
    {
      ...{ id: "p", bodyId: "barga", firstYear: 2026, budgetDeadline: null, deadlineReason: null },
      strategyEdition: "2024-2026",
    },
  ],
  newestEdition: "2027-2029",
  lines: [],
  calls: [{ id: "c", title: "Cloud", deadline: "2026-05-15", bodyIds: ["barga", "lucca"], isVerified: true }],
  contracts: [{ id: "k", bodyId: "barga", title: "Trasporto", expires: "2026-12-31" }],
};

it("[CA1] a year shows what is due in it, in the order of its days", () => {
  const shown = calendarOf(facts, "2026-01-01", "2026-12-31");
  expect(shown.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
    "2026-01-31 PLAN",
    "2026-03-31 ACCESSIBILITY_OBJECTIVES",
    "2026-05-15 CALL",
    "2026-05-15 CALL",
    "2026-07-31 MONITORING",
    "2026-09-23 ACCESSIBILITY_DECLARATION",
    "2026-12-31 CONTRACT",
  ]);
});

it("[CA2] the second round of a year is read at its end, and the days of rounds are our own", () => {
  const rounds = calendarOf(facts, "2026-01-01", "2029-12-31").filter(({ kind }) => kind === "MONITORING");
  expect(rounds.map(({ day, year, round }) => [day, year, round])).toEqual([
    ["2026-07-31", 2026, 1],
    ["2027-01-31", 2026, 2],
    ["2027-07-31", 2027, 1],
    ["2028-01-31", 2027, 2],
    ["2028-07-31", 2028, 1],
    ["2029-01-31", 2028, 2],
  ]);
  expect(rounds.every(({ isOurs }) => isOurs)).toBe(true);
});

it("[CA2] a round that two plans of a body cover is read once, and leads to what is measured in its year", () => {
  const before = { ...facts.plans[0]!, id: "q", firstYear: 2025 };
  const both = calendarOf({ ...facts, plans: [facts.plans[0]!, before] }, "2026-02-01", "2026-12-31");
  const paths = both.filter(({ kind }) => kind === "MONITORING").map(({ path }) => path);
  expect(paths).toEqual(["/misure/barga?anno=2026"]);
});

it("[CA6] what leads to no page that its reader may open leads nowhere", () => {
  const bodies = [{ ...facts.bodies[0]!, mayReadGrid: false }];
  const shown = calendarOf({ ...facts, bodies }, "2026-01-01", "2026-12-31");
  const nowhere = shown.filter(({ path }) => path === null).map(({ kind }) => kind);
  expect(nowhere).toEqual(["ACCESSIBILITY_OBJECTIVES", "MONITORING", "ACCESSIBILITY_DECLARATION"]);
});

it("[CA3] a term that nobody has verified is marked so, and a verified one is not", () => {
  const shown = calendarOf(facts, "2026-01-01", "2026-12-31");
  const doubtful = shown.filter(({ isVerified }) => !isVerified).map(({ kind }) => kind);
  expect(doubtful).toEqual(["ACCESSIBILITY_OBJECTIVES", "ACCESSIBILITY_DECLARATION"]);
});

it("[CA4] a term that was put off moves, says why, and keeps its key", () => {
  const [usual] = calendarOf(facts, "2026-01-01", "2026-02-01");
  const plan = { ...facts.plans[0]!, budgetDeadline: "2026-02-28", deadlineReason: "DM 24 dicembre" };
  const [moved] = calendarOf({ ...facts, plans: [plan] }, "2026-03-01", "2026-03-30");
  expect(moved).toMatchObject({ day: "2026-03-30", title: "DM 24 dicembre", key: usual!.key });
});

it("[CA1] a plan is due every year, also of a body that has begun none, and one that was begun is said once", () => {
  const plansOf = (some: CalendarFacts) =>
    calendarOf(some, "2026-01-01", "2028-01-31")
      .filter(({ kind }) => kind === "PLAN")
      .map(({ day, path }) => `${day} ${path}`);
  expect(plansOf(facts)).toEqual(["2026-01-31 /piani/p", "2027-01-31 /", "2028-01-31 /"]);
  expect(plansOf({ ...facts, plans: [] })).toEqual(["2026-01-31 /", "2027-01-31 /", "2028-01-31 /"]);
});

it("[CA1] the lines of action that bind this kind of body are due on their last day, in the edition of its latest plan", () => {
  const line = {
    ...{ title: "Fare", edition: "2024-2026", dueOn: "2026-12-31", isVerified: true },
    types: ["COMUNE"] as const,
  };
  const lines = [
    { ...line, code: "CAP3.PA.14" },
    { ...line, code: "CAP4.PA.05", title: "Dire", isVerified: false },
    { ...line, code: "CAP5.PA.01", types: ["PROVINCIA"] as const },
    { ...line, code: "CAP6.PA.02", edition: "2027-2029", dueOn: "2026-12-30" },
  ];
  const asked = (some: CalendarFacts) =>
    calendarOf(some, "2026-12-01", "2026-12-31").filter(({ kind }) => kind === "STRATEGY");
  expect(asked({ ...facts, lines })).toMatchObject([
    {
      ...{ day: "2026-12-31", title: "CAP3.PA.14, CAP4.PA.05", isVerified: false },
      lines: [
        { code: "CAP3.PA.14", title: "Fare" },
        { code: "CAP4.PA.05", title: "Dire" },
      ],
    },
  ]);
  expect(asked({ ...facts, lines, plans: [] })).toMatchObject([{ day: "2026-12-30", title: "CAP6.PA.02" }]);
});
