import { planDeadline } from "../plan/plan-deadline.ts";

/** What may be due. */
export const calendarKinds = [
  "PLAN",
  "MONITORING",
  "CALL",
  "CONTRACT",
  "ACCESSIBILITY_OBJECTIVES",
  "ACCESSIBILITY_DECLARATION",
] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** Something that is due on a day. */
export interface CalendarItem {
  /** Stays the same while it is put off: a calendar program then moves it. */
  readonly key: string;
  readonly kind: CalendarKind;
  /** ISO 8601. */
  readonly day: string;
  readonly bodyId: string;
  /** Of the call or contract, or why a term was put off; user text. */
  readonly title: string | null;
  /** First year of the plan, or year of the round. */
  readonly year: number | null;
  readonly round: 1 | 2 | null;
  /** The page's path to it. */
  readonly path: string;
  /** False: nobody has verified this term, and it is shown so. */
  readonly isVerified: boolean;
  /** The day is the platform's own proposal, and nobody's law. */
  readonly isOurs: boolean;
}

export interface CalendarFacts {
  readonly bodyIds: readonly string[];
  readonly plans: readonly {
    readonly id: string;
    readonly bodyId: string;
    readonly firstYear: number;
    readonly budgetDeadline: string | null;
    readonly deadlineReason: string | null;
  }[];
  readonly calls: readonly {
    readonly id: string;
    readonly title: string;
    readonly deadline: string;
    readonly bodyIds: readonly string[];
    readonly isVerified: boolean;
  }[];
  readonly contracts: readonly {
    readonly id: string;
    readonly bodyId: string;
    readonly title: string;
    readonly expires: string;
  }[];
}

/** A plan is measured in each of its three years, twice. */
const planYears = 3;
/** Our own days, which no law asks for: the first half of a year by the end of July, the whole by the end of January after it. */
const roundEnds = [
  { round: 1, yearsLater: 0, day: "07-31" },
  { round: 2, yearsLater: 1, day: "01-31" },
] as const;
/** Recalled from guidance on accessibility and in no data of this repository: shown as still to be verified. */
const accessibility = [
  { kind: "ACCESSIBILITY_OBJECTIVES", day: "03-31" },
  { kind: "ACCESSIBILITY_DECLARATION", day: "09-23" },
] as const;

/** What is due between two days, both included, the first first. */
export function calendarOf(facts: CalendarFacts, from: string, until: string): CalendarItem[] {
  return [...planItems(facts), ...accessibilityItems(facts, from, until), ...hubItems(facts)]
    .filter(({ day }) => day >= from && day <= until)
    .sort((one, other) => (one.day + one.key < other.day + other.key ? -1 : 1));
}

const none = { title: null, year: null, round: null, isVerified: true, isOurs: false } as const;

function planItems({ plans }: CalendarFacts): CalendarItem[] {
  const adoptions = plans.map((plan): CalendarItem => {
    const { id, bodyId, firstYear: year, deadlineReason: title } = plan;
    const day = planDeadline(plan);
    return { ...none, key: `plan-${id}`, kind: "PLAN", day, bodyId, title, year, path: `/piani/${id}` };
  });
  return [...adoptions, ...roundItems(plans)];
}

/** A body reads a round once, whichever of its plans say so: the latest leads there. */
function roundItems(plans: CalendarFacts["plans"]): CalendarItem[] {
  const latestLast = [...plans].sort((one, other) => one.firstYear - other.firstYear);
  const items = latestLast.flatMap(({ id, bodyId, firstYear }) =>
    Array.from({ length: planYears }, (_, index) => firstYear + index).flatMap((year) =>
      roundEnds.map(
        ({ round, yearsLater, day }): CalendarItem => ({
          ...none,
          ...{
            key: `round-${bodyId}-${year}-${round}`,
            kind: "MONITORING",
            day: `${year + yearsLater}-${day}`,
          },
          ...{ bodyId, year, round, path: `/piani/${id}`, isOurs: true },
        }),
      ),
    ),
  );
  return [...new Map(items.map((item) => [item.key, item])).values()];
}

function accessibilityItems({ bodyIds }: CalendarFacts, from: string, until: string): CalendarItem[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.flatMap((year) =>
    bodyIds.flatMap((bodyId) =>
      accessibility.map(
        ({ kind, day }): CalendarItem => ({
          ...none,
          ...{ key: `${kind.toLowerCase()}-${bodyId}-${year}`, kind, day: `${year}-${day}` },
          ...{ bodyId, year, path: "/calendario", isVerified: false },
        }),
      ),
    ),
  );
}

function hubItems({ calls, contracts }: CalendarFacts): CalendarItem[] {
  return [
    ...calls.flatMap(({ id, title, deadline: day, bodyIds, isVerified }) =>
      bodyIds.map(
        (bodyId): CalendarItem => ({
          ...none,
          ...{ key: `call-${id}-${bodyId}`, kind: "CALL", day, bodyId, title, isVerified },
          path: `/polo?scheda=avvisi&avviso=${id}`,
        }),
      ),
    ),
    ...contracts.map(
      ({ id, bodyId, title, expires: day }): CalendarItem => ({
        ...none,
        ...{ key: `contract-${id}`, kind: "CONTRACT", day, bodyId, title, path: "/polo?scheda=contratti" },
      }),
    ),
  ];
}
