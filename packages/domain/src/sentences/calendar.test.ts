import { expect, it } from "vitest";
import { calendarKinds } from "../calendar/calendar-item.ts";
import { sayDue, sayDueInALine } from "./calendar.ts";

const item = { title: "Cloud $& {body}", year: 2026, round: 1, isVerified: false, isOurs: false } as const;

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

it("why a day is this one stands in the line too: a term that was put off, and a day of our own", () => {
  const line = { ...item, isVerified: true };
  expect(sayDueInALine({ ...line, kind: "PLAN", title: "DM 24 dicembre" }, "Barga")).toBe(
    "Barga: adozione del PIAO 2026–2028 (termine differito: DM 24 dicembre)",
  );
  expect(sayDueInALine({ ...line, kind: "STRATEGY", title: "CAP2.PA.02, CAP3.PA.01" }, "Barga")).toBe(
    "Barga: linee d’azione del Piano triennale rivolte a enti di questo tipo (CAP2.PA.02, CAP3.PA.01)",
  );
  expect(sayDueInALine({ ...line, kind: "MONITORING", title: null, isOurs: true }, "Barga")).toBe(
    "Barga: 1ª rilevazione del 2026 (giorno proposto dalla piattaforma)",
  );
});
