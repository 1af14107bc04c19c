/** Which way an indicator should go: a waiting time should fall. */
export const directions = ["UP", "DOWN"] as const;
export type Direction = (typeof directions)[number];

/** In what an indicator is measured. Free words would be no unit: sums over bodies need to know what they add. */
export const units = ["PERCENT", "NUMBER", "DAYS", "HOURS", "EURO", "YES_NO"] as const;
export type Unit = (typeof units)[number];

/** An indicator is read twice a year. */
export const rounds = [1, 2] as const;
export type Round = (typeof rounds)[number];

/** Who measures an indicator of a text that bodies share: each of them for itself, or only the one that leads them. */
export const measurers = ["EACH", "LEAD"] as const;
export type Measurer = (typeof measurers)[number];
