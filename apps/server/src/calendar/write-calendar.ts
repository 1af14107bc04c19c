import type { FeedEntry } from "@upiao/api";
import ical, { ICalCalendarMethod } from "ical-generator";

/** How often a calendar program need not ask more. */
const hoursBetweenReadings = 6;

/** A calendar in iCalendar (RFC 5545): each entry is a whole day, known by its key, so that one that was put off moves. */
export function writeCalendar(entries: readonly FeedEntry[], site: string): string {
  const calendar = ical({
    name: "Scadenze UPIAO",
    prodId: { company: "UPIAO", product: "calendario", language: "IT" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: hoursBetweenReadings * 3600,
  });
  for (const { key, day, sentence, path } of entries) {
    calendar.createEvent({
      id: `${key}@upiao`,
      // A day has no time zone: ical-generator writes the one that it is in UTC.
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      summary: sentence,
      url: `${site}${path ?? "/calendario"}`,
    });
  }
  return calendar.toString();
}
