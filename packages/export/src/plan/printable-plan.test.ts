import type { AdoptedPlan } from "@upiao/document";
import { describe, expect, it } from "vitest";
import { formats } from "../formats/index.ts";
import { textOf } from "../testing/sample-text.ts";
import { printableDraft } from "./printable-draft.ts";
import { printablePlan } from "./printable-plan.ts";

const text = { section: "s", version: "v", code: "2.1", shared: false, content: textOf("Tre sportelli.") };
const plan: AdoptedPlan = {
  format: "upiao-plan/1",
  body: { name: "Capannori", type: "COMUNE", istatCode: "046007", ipaCode: null },
  firstYear: 2026,
  lastYear: 2028,
  form: "FULL",
  amendment: 0,
  act: { kind: "DELIBERAZIONE_GIUNTA", number: "4", day: "2026-01-28", file: "00" },
  dup: "Deliberazione n. 71",
  peg: null,
  parts: [
    { number: "2", title: "Valore pubblico e performance", depth: 0, texts: [] },
    { number: "2.1", title: "Valore pubblico", depth: 1, texts: [{ ...text, title: "Valore pubblico" }] },
    {
      number: "2.4",
      title: "Strategia",
      depth: 1,
      texts: [
        { ...text, title: "Strategia", shared: true },
        { ...text, title: "Strategia di tutti", shared: true },
        { ...text, title: "Gli impegni di Capannori" },
      ],
    },
  ],
};
const sha256 = "ab".repeat(32);
const cover = (of: AdoptedPlan) => printablePlan(of, { sha256 }).cover;

describe("an adopted plan as it is printed", () => {
  it("has a cover with its body, its years, its act and the hash by which it is verified", () => {
    expect(printablePlan(plan, { sha256 })).toMatchObject({
      title: "Piano integrato di attività e organizzazione 2026-2028",
      subtitle: "Comune di Capannori",
      date: "2026-01-28",
    });
    expect(cover(plan)).toEqual([
      { label: "Ente", value: "Comune di Capannori" },
      { label: "Triennio", value: "2026-2028" },
      { label: "Adottato con", value: "Deliberazione della Giunta n. 4 del 28 gennaio 2026" },
      { label: "Documento unico di programmazione (DUP)", value: "Deliberazione n. 71" },
      { label: "SHA-256 della forma canonica", value: sha256 },
    ]);
    expect(cover({ ...plan, amendment: 2 })).toContainEqual({
      label: "Versione",
      value: "Aggiornamento n. 2",
    });
    expect(
      cover({ ...plan, body: { ...plan.body, type: "PROVINCIA", name: "Provincia di Lucca" } })[0],
    ).toEqual({
      label: "Ente",
      value: "Provincia di Lucca",
    });
  });

  it("says no title twice, and marks what is shared", () => {
    const titles = printablePlan(plan, { sha256 }).parts.map(({ texts }) => texts.map(({ title }) => title));
    expect(titles).toEqual([
      [],
      [null],
      [
        "Sezione condivisa dell'ufficio associato",
        "Strategia di tutti (sezione condivisa dell'ufficio associato)",
        "Gli impegni di Capannori",
      ],
    ]);
  });

  it("gives the same bytes whenever it is printed", async () => {
    const printed = () => formats.pdf.write(printablePlan(plan, { sha256 }));
    expect(Buffer.from(await printed()).equals(Buffer.from(await printed()))).toBe(true);
  });
});

it("a draft says on its cover that it is one, of which day and in what state", () => {
  const draft = printableDraft({ ...plan, state: "VALIDATED", day: "2026-01-20" });
  expect(draft.cover).toContainEqual({ label: "Bozza", value: "del 20 gennaio 2026, senza valore di atto" });
  expect(draft.cover).toContainEqual({ label: "Stato", value: "validato, non ancora adottato" });
  expect(JSON.stringify(draft.cover)).not.toContain("SHA-256");
});
