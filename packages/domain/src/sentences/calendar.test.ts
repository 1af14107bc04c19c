import { expect, it } from "vitest";
import { calendarKinds } from "../calendar/calendar-item.ts";
import { sayDue, sayDueInALine } from "./calendar.ts";

const item = { title: "Cloud $& {body}", year: 2026, round: 1, isVerified: false } as const;

it.each(calendarKinds)("%s says whose it is, and leaves no gap", (kind) => {
  for (const language of ["it", "en"] as const) {
    const said = sayDue({ ...item, kind, title: "Cloud" }, "Barga", language);
    expect(said).toMatch(/^Barga: /);
    expect(said).not.toMatch(/[{}]/);
  }
});

it("what a person has written stays as it is, and a doubt is said", () => {
  expect(sayDueInALine({ ...item, kind: "CALL" }, "Barga")).toBe(
    "Barga: scade l’avviso «Cloud $& {body}» (termine da verificare)",
  );
});
