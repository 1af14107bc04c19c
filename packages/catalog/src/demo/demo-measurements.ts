import { readText } from "../data-file.ts";

/** What the bodies of the demonstration have read of one indicator. All of it is invented. */
export interface DemoMeasurement {
  readonly section: string;
  /** The name of the indicator in the text. */
  readonly indicator: string;
  /** By the key of the body, in the order of the readings. Null: «n.d.». */
  readonly values: Readonly<Record<string, readonly (number | null)[]>>;
}

export interface DemoMeasurements {
  readonly readings: readonly { readonly year: number; readonly round: number }[];
  readonly measurements: readonly DemoMeasurement[];
}

export function demoMeasurements(): DemoMeasurements {
  return JSON.parse(readText("demo/misure.json")) as DemoMeasurements;
}
