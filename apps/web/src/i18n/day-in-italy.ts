/** The day of the calendar in Italy (`2026-11-23`) at a moment. */
export function dayInItaly(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" }).format(moment);
}
