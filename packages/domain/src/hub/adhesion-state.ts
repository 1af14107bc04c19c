/** How a body stands to a service on a day. Who has never asked for it has no state. */
export const adhesionStates = ["IN_FORCE", "COMING", "ENDED", "REQUESTED"] as const;
export type AdhesionState = (typeof adhesionStates)[number];

interface AdhesionDays {
  /** ISO 8601; null: it was only asked for. */
  readonly fromDay: string | null;
  /** Null: none is set. */
  readonly untilDay: string | null;
}

export function adhesionStateOn({ fromDay, untilDay }: AdhesionDays, day: string): AdhesionState {
  if (fromDay === null) return "REQUESTED";
  if (day < fromDay) return "COMING";
  return untilDay !== null && untilDay < day ? "ENDED" : "IN_FORCE";
}

/** The day of a year on which its adhesions are counted: its last, and today in the year that is not over. */
export function countingDay(year: number, today: string): string {
  return today.startsWith(String(year)) ? today : `${year}-12-31`;
}
