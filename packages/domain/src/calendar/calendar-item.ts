import { planDeadline } from "../plan/plan-deadline.ts";
import type { BodyType } from "../plan/plan-form.ts";

/** What may be due. */
export const calendarKinds = [
  "PLAN",
  "MONITORING",
  "STRATEGY",
  "CALL",
  "CONTRACT",
  "ACCESSIBILITY_OBJECTIVES",
  "ACCESSIBILITY_DECLARATION",
] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** A line of action by its code, and what it asks. */
export interface DueLine {
  readonly code: string;
  readonly title: string;
}

/** Something that is due on a day. */
export interface CalendarItem {
  /** Stays the same while it is put off: a calendar program then moves it. */
  readonly key: string;
  readonly kind: CalendarKind;
  /** ISO 8601. */
  readonly day: string;
  readonly bodyId: string;
  /** Of the call or contract, the codes of lines of action, or why a term was put off; user text. */
  readonly title: string | null;
  /** The lines of action that are due; of other kinds none. */
  readonly lines: readonly DueLine[];
  /** First year of the plan, or year of the round. */
  readonly year: number | null;
  readonly round: 1 | 2 | null;
  /** The page's path to it; null: there is no page of it that its reader may open. */
  readonly path: string | null;
  /** False: nobody has verified this term, and it is shown so. */
  readonly isVerified: boolean;
  /** The day is the platform's own proposal, and nobody's law. */
  readonly isOurs: boolean;
}

export interface CalendarFacts {
  /** Of each body whether the reader may open its grid of measurements. */
  readonly bodies: readonly { readonly id: string; readonly type: BodyType; readonly mayReadGrid: boolean }[];
  readonly plans: readonly {
    readonly id: string;
    readonly bodyId: string;
    readonly firstYear: number;
    readonly budgetDeadline: string | null;
    readonly deadlineReason: string | null;
    readonly strategyEdition: string | null;
  }[];
  /** The newest edition of the Piano triennale; null: none is loaded. */
  readonly newestEdition: string | null;
  /** Lines of action that have a last day, of every edition. */
  readonly lines: readonly {
    readonly edition: string;
    readonly code: string;
    readonly title: string;
    readonly dueOn: string;
    readonly isVerified: boolean;
    /** For which kinds of body it is. */
    readonly types: readonly BodyType[];
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

/** Where a plan is begun. */
export const toBeginPath = "/";
/** A plan is measured in each of its three years, twice. */
const planYears = 3;
/** Our own days, which no law asks for: the first half of a year by the end of July, the whole by the end of January after it. */
const roundEnds = [
  { round: 1, yearsLater: 0, day: "07-31" },
  { round: 2, yearsLater: 1, day: "01-31" },
] as const;
/** Recalled from guidance on accessibility. The Piano triennale has them as lines of action of its own years, and shows them as such; of
 *  other years no data of this repository does: shown as still to be verified. */
const accessibility = [
  { kind: "ACCESSIBILITY_OBJECTIVES", day: "03-31" },
  { kind: "ACCESSIBILITY_DECLARATION", day: "09-23" },
] as const;

/** What is due between two days, both included, the first first. */
export function calendarOf(facts: CalendarFacts, from: string, until: string): CalendarItem[] {
  const years = yearsBetween(from, until);
  return [
    ...planItems(facts, years),
    ...strategyItems(facts),
    ...accessibilityItems(facts, years),
    ...hubItems(facts),
  ]
    .filter(({ day }) => day >= from && day <= until)
    .sort((one, other) => (one.day + one.key < other.day + other.key ? -1 : 1));
}

const none = { title: null, lines: [], year: null, round: null, isVerified: true, isOurs: false } as const;

function yearsBetween(from: string, until: string): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function planItems({ bodies, plans }: CalendarFacts, years: readonly number[]): CalendarItem[] {
  const begun = plans.map((plan): CalendarItem => {
    const { id, bodyId, firstYear, deadlineReason: title } = plan;
    return { ...planItem(bodyId, firstYear), day: planDeadline(plan), title, path: `/piani/${id}` };
  });
  // The law asks for a plan every year, also of who has not begun one.
  const toBegin = bodies.flatMap(({ id }) => {
    const last = Math.max(...plans.filter(({ bodyId }) => bodyId === id).map(({ firstYear }) => firstYear));
    return years.filter((year) => year > last).map((year) => planItem(id, year));
  });
  return [...begun, ...toBegin, ...roundItems(bodies, plans)];
}

function planItem(bodyId: string, firstYear: number): CalendarItem {
  const day = planDeadline({ firstYear, budgetDeadline: null });
  return {
    ...none,
    ...{ key: `plan-${bodyId}-${firstYear}`, kind: "PLAN", day, bodyId, year: firstYear, path: toBeginPath },
  };
}

function roundItems(bodies: CalendarFacts["bodies"], plans: CalendarFacts["plans"]): CalendarItem[] {
  const opens = new Set(bodies.filter(({ mayReadGrid }) => mayReadGrid).map(({ id }) => id));
  const items = plans.flatMap(({ bodyId, firstYear }) =>
    Array.from({ length: planYears }, (_, index) => firstYear + index).flatMap((year) =>
      roundEnds.map(
        ({ round, yearsLater, day }): CalendarItem => ({
          ...none,
          ...{
            key: `round-${bodyId}-${year}-${round}`,
            kind: "MONITORING",
            day: `${year + yearsLater}-${day}`,
          },
          ...{ bodyId, year, round, isOurs: true },
          path: opens.has(bodyId) ? `/misure/${bodyId}?anno=${year}` : null,
        }),
      ),
    ),
  );
  // What two plans of a body ask for is one thing to do.
  return [...new Map(items.map((item) => [item.key, item])).values()];
}

/** The lines of action that have their last day on one day are one item: a December has a dozen. A body is asked for those of
 *  the edition that its latest plan is written against. */
function strategyItems({ bodies, plans, lines, newestEdition }: CalendarFacts): CalendarItem[] {
  return bodies.flatMap(({ id: bodyId, type }) => {
    const [latest] = plans
      .filter((plan) => plan.bodyId === bodyId)
      .sort((one, other) => other.firstYear - one.firstYear);
    const edition = latest?.strategyEdition ?? newestEdition;
    const ours = lines.filter((line) => line.edition === edition && line.types.includes(type));
    return [...new Set(ours.map(({ dueOn }) => dueOn))].map((day): CalendarItem => {
      const due = ours.filter(({ dueOn }) => dueOn === day);
      return {
        ...none,
        ...{ key: `strategy-${bodyId}-${day}`, kind: "STRATEGY", day, bodyId, year: Number(day.slice(0, 4)) },
        title: due.map(({ code }) => code).join(", "),
        lines: due.map(({ code, title }) => ({ code, title })),
        path: `/piano-triennale?edizione=${edition}&tipo=ACTION_LINE&anno=${day.slice(0, 4)}`,
        isVerified: due.every(({ isVerified }) => isVerified),
      };
    });
  });
}

function accessibilityItems({ bodies }: CalendarFacts, years: readonly number[]): CalendarItem[] {
  return years.flatMap((year) =>
    bodies.flatMap(({ id: bodyId }) =>
      accessibility.map(
        ({ kind, day }): CalendarItem => ({
          ...none,
          ...{ key: `${kind.toLowerCase()}-${bodyId}-${year}`, kind, day: `${year}-${day}` },
          ...{ bodyId, year, path: null, isVerified: false },
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
