import { readJson } from "../data-file.ts";

/** What the Piano triennale expects, by its code. */
export interface ExpectedResult {
  readonly code: string;
  readonly title: string;
  /** False: nobody has held it against its source. */
  readonly verified: boolean;
}

let read: readonly ExpectedResult[] | null = null;

/** The expected results of the Piano triennale, in its order (`piano-triennale.json`). */
export function expectedResults(): readonly ExpectedResult[] {
  read ??= readJson("piano-triennale.json")
    .records("chapters")
    .flatMap((chapter) => chapter.records("objectives"))
    .flatMap((objective) => objective.records("expectedResults"))
    .map((result) => ({
      code: result.text("code"),
      title: result.text("title"),
      verified: result.flag("verified"),
    }));
  return read;
}
