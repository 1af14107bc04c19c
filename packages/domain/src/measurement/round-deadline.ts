import type { Round } from "../objective/indicator.ts";

/** One of the two readings of a year. */
export interface YearRound {
  readonly year: number;
  readonly round: Round;
}

/** By when a round is to be measured: the first, of the half year until June, by 31 July; the second, of the whole year, by 31
 *  January after it. These days are our default and no law's: they give a month after the period has ended. ISO 8601. */
export function roundDeadline({ year, round }: YearRound): string {
  return round === 1 ? `${year}-07-31` : `${year + 1}-01-31`;
}

/** From when a round can be measured: its period is over. */
export function roundOpensOn({ year, round }: YearRound): string {
  return round === 1 ? `${year}-07-01` : `${year + 1}-01-01`;
}

/** Whether values of a year are taken on this day (ISO 8601). A reading may come before its period is over, as one that is ready
 *  early does; of a year to come nothing can have been read. */
export function isYearBegun(year: number, today: string): boolean {
  return today >= `${year}-01-01`;
}

/** How a round stands on a day (ISO 8601): its period goes on, it is to be measured, or its day has passed. */
export type RoundStanding = "NOT_YET" | "OWED" | "OVERDUE";

export function standingOf(round: YearRound, today: string): RoundStanding {
  if (today < roundOpensOn(round)) return "NOT_YET";
  return today <= roundDeadline(round) ? "OWED" : "OVERDUE";
}

/** The round whose period has ended last before this day: the one that reminders of this day are of. */
export function lastRoundBefore(today: string): YearRound {
  const year = Number(today.slice(0, 4));
  return today < `${year}-07-01` ? { year: year - 1, round: 2 } : { year, round: 1 };
}

/** The year is over, and what it should have reached is reached or missed, once its last reading is due: until then the last may be
 *  that of June. */
export function isYearOver(year: number, today: string): boolean {
  return today > roundDeadline({ year, round: 2 });
}
