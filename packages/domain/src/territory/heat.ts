/** How far something has come towards what was expected, in classes that a table shows by colour and by word. */
export const heats = [
  "NOT_MEASURED",
  "UNDER_QUARTER",
  "UNDER_HALF",
  "UNDER_THREE_QUARTERS",
  "UNDER_TARGET",
  "REACHED",
] as const;
export type Heat = (typeof heats)[number];

/** From which progress on a class begins, the highest first. */
const begins: readonly (readonly [number, Heat])[] = [
  [1, "REACHED"],
  [0.75, "UNDER_TARGET"],
  [0.5, "UNDER_THREE_QUARTERS"],
  [0.25, "UNDER_HALF"],
];

/** The class of a progress; null: nothing was measured. */
export function heatOf(progress: number | null): Heat {
  if (progress === null) return "NOT_MEASURED";
  return begins.find(([from]) => progress >= from)?.[1] ?? "UNDER_QUARTER";
}
