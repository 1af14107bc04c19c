import { readText } from "../data-file.ts";

/** What the bodies of the demonstration have read of one indicator. All of it is invented. */
export interface DemoMeasurement {
  readonly section: string;
  /** The name of the indicator in the text. */
  readonly indicator: string;
  /** By the key of the body, in the order of the readings. Null: «n.d.». */
  readonly values: Readonly<Record<string, readonly (number | null)[]>>;
  /** Why they deviate from what was expected, in the same order. */
  readonly notes?: Readonly<Record<string, readonly (string | null)[]>>;
}

/** Of the plans of three years. */
export interface DemoMeasurements {
  readonly firstYear: number;
  readonly readings: readonly { readonly year: number; readonly round: number }[];
  readonly measurements: readonly DemoMeasurement[];
}

export function demoMeasurements(): DemoMeasurements[] {
  return ["misure-2025", "misure"].map(
    (name) => JSON.parse(readText(`demo/${name}.json`)) as DemoMeasurements,
  );
}
