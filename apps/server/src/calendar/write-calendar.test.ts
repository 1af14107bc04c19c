import ICAL from "ical.js";
import { afterEach, expect, it } from "vitest";
import { writeCalendar } from "./write-calendar.ts";

const entry = { key: "plan-1", day: "2027-01-31", sentence: "Barga: PIAO 2027–2029", path: "/piani/1" };
const site = "https://upiao.example";

function read(text: string) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  return events.map((component) => {
    const event = new ICAL.Event(component);
    const { startDate, summary, uid } = event;
    return { uid, summary, day: startDate.toString(), isDay: startDate.isDate };
  });
}

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

it.each(["UTC", "Europe/Rome", "Pacific/Auckland", "America/Lima"])(
  "[CA4] another program reads each entry back as a whole day, under a key that stays, from a server in %s",
  (zone) => {
    process.env.TZ = zone;
    expect(read(writeCalendar([entry], site))).toEqual([
      { uid: "plan-1@upiao", summary: entry.sentence, day: "2027-01-31", isDay: true },
    ]);
    const [moved] = read(writeCalendar([{ ...entry, day: "2027-03-30" }], site));
    expect(moved).toMatchObject({ uid: "plan-1@upiao", day: "2027-03-30" });
  },
);

it("lines are folded at 75 octets and end as RFC 5545 wants, also in the middle of accents", () => {
  const sentence = `Città: ${"perché è così, ".repeat(20)}`.trim();
  const text = writeCalendar([{ ...entry, sentence }], site);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(read(text)[0]!.summary).toBe(sentence);
});

it.each([
  "a;b,c\\d",
  "prima\nseconda",
  "X\r\nBEGIN:VEVENT\r\nSUMMARY:falso\r\nEND:VEVENT",
  'END:VCALENDAR "citato"',
])("[T27] what people have written stays the words of its entry: %j", (sentence) => {
  const events = read(writeCalendar([{ ...entry, sentence }], site));
  expect(events).toHaveLength(1);
  expect(events[0]!.summary.replaceAll(/\s+/g, " ")).toBe(sentence.replaceAll(/\s+/g, " "));
});

it("an empty calendar is a calendar", () => {
  expect(read(writeCalendar([], site))).toEqual([]);
});
