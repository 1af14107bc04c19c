/** When a plan has to be adopted: 31 January of its first year or, where the term for the budget has been put off, 30 days
 *  after that term (DM 132/2022, art. 8). Days are ISO 8601. */
export function planDeadline(plan: {
  readonly firstYear: number;
  /** The budget's own term, where it was put off. */
  readonly budgetDeadline: string | null;
}): string {
  if (plan.budgetDeadline === null) return `${plan.firstYear}-01-31`;
  const day = new Date(`${plan.budgetDeadline}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 30);
  return day.toISOString().slice(0, 10);
}

/** Whole days from one day to another, negative when it has passed. */
export function daysUntil(deadline: string, today: string): number {
  return Math.round((Date.parse(deadline) - Date.parse(today)) / 86_400_000);
}
