import { linesByResult, type StrategyItemRecord } from "@upiao/domain";
import { strategyEditions } from "../strategy/strategy-editions.ts";

/** What the Piano triennale expects, by its code. */
export interface ExpectedResult {
  readonly code: string;
  readonly title: string;
  /** False: nobody has held it against its source. */
  readonly verified: boolean;
  /** Codes of the lines of action that serve it. */
  readonly lines: readonly string[];
}

let read: readonly ExpectedResult[] | null = null;

/** The expected results of the newest edition of the Piano triennale, in its order. */
export function expectedResults(): readonly ExpectedResult[] {
  read ??= resultsIn(strategyEditions().at(-1)!.items);
  return read;
}

let titles: ReadonlyMap<string, string> | null = null;

/** What each item of that edition is called, by its code. */
export function itemTitles(): ReadonlyMap<string, string> {
  titles ??= new Map(
    strategyEditions()
      .at(-1)!
      .items.map(({ code, title }) => [code, title]),
  );
  return titles;
}

function resultsIn(items: readonly StrategyItemRecord[]): ExpectedResult[] {
  const lines = linesByResult(items);
  return items
    .filter(({ kind }) => kind === "EXPECTED_RESULT")
    .map(({ code, title, verified }) => ({
      ...{ code, title, verified },
      lines: (lines.get(code) ?? []).map((line) => line.code),
    }));
}
