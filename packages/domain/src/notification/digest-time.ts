const hour = "07:30";
const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Rome",
  dateStyle: "short",
  timeStyle: "short",
});
const dayMs = 86_400_000;

/** The day on which a moment falls in Italy, ISO 8601. */
export function dayInItaly(at: Date): string {
  return clock.format(at).slice(0, 10);
}

/** The last half past seven of an Italian morning that is not after this moment: what was unread by then is in that day's
 *  mail, whenever it is written. */
export function lastDigestTime(at: Date): Date {
  for (const day of [at, new Date(at.getTime() - dayMs)]) {
    const time = inItaly(dayInItaly(day));
    if (time <= at) return time;
  }
  throw new Error("a day without a morning");
}

/** At half past seven Italy is one hour before Greenwich, or two in summer. */
function inItaly(day: string): Date {
  const winter = new Date(`${day}T${hour}:00+01:00`);
  const summer = new Date(`${day}T${hour}:00+02:00`);
  return clock.format(summer) === `${day} ${hour}` ? summer : winter;
}
