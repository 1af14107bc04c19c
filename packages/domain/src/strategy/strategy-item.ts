import type { BodyType } from "../plan/plan-form.ts";

/** What the Piano triennale is made of. */
export const strategyKinds = ["CHAPTER", "OBJECTIVE", "EXPECTED_RESULT", "ACTION_LINE", "TOOL"] as const;
export type StrategyKind = (typeof strategyKinds)[number];

/** An edition of the Piano triennale, as its file in the catalogue has it. The later edition has the later code. */
export interface StrategyEditionRecord {
  /** The years that it is for: «2024-2026». */
  readonly code: string;
  readonly title: string;
  /** Which state of its text the file holds. */
  readonly edition: string;
  readonly licence: string;
  /** What the file lacks. */
  readonly note: string | null;
  readonly items: readonly StrategyItemRecord[];
}

/** A chapter, an objective, an expected result, a line of action or a tool of an edition. */
export interface StrategyItemRecord {
  /** Unique in its edition, without spaces: an objective of a plan names it. */
  readonly code: string;
  readonly kind: StrategyKind;
  /** Code of what it stands under. */
  readonly parent: string | null;
  readonly title: string;
  /** The last day by which it is to be done; null: it has none. ISO 8601, as `startsOn`. */
  readonly dueOn: string | null;
  /** From when on it is to be done, where it has no end. */
  readonly startsOn: string | null;
  /** The words by which a line of action says whom it is for. */
  readonly binds: string | null;
  readonly details: StrategyDetails;
  readonly verified: boolean;
  readonly source: string;
}

/** What only some kinds have. */
export interface StrategyDetails {
  /** As the text prints its code, where it prints it otherwise. */
  readonly label?: string;
  /** The term as the text prints it. */
  readonly when?: string;
  /** What an expected result should have reached, by year. */
  readonly targets?: Readonly<Record<string, string>>;
  /** Codes of the expected results that a line of action serves. */
  readonly serves?: readonly string[];
  /** Kinds of body that a line of action is for, as we read its words. */
  readonly bodies?: readonly BodyType[];
  /** The line is only for those among them of which it says something more: «interessate», «con popolazione tra …». */
  readonly isConditional?: boolean;
  readonly note?: string;
}

/** Years for which an expected result has a target; «n.d.» and «n.a.» are none. */
export function yearsWithTarget({ targets = {} }: StrategyDetails): number[] {
  return Object.entries(targets)
    .filter(([, target]) => !/^n\.\s?[ad]\.$/i.test(target.trim()))
    .map(([year]) => Number(year));
}
