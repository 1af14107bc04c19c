import { strategyEditions } from "../strategy/strategy-editions.ts";

/** What the Piano triennale expects, by its code. */
export interface ExpectedResult {
  readonly code: string;
  readonly title: string;
  /** False: nobody has held it against its source. */
  readonly verified: boolean;
}

let read: readonly ExpectedResult[] | null = null;

/** The expected results of the newest edition of the Piano triennale, in its order. */
export function expectedResults(): readonly ExpectedResult[] {
  read ??= strategyEditions()
    .at(-1)!
    .items.filter(({ kind }) => kind === "EXPECTED_RESULT")
    .map(({ code, title, verified }) => ({ code, title, verified }));
  return read;
}
