import { guidanceFor, outlinePlan } from "@upiao/domain";
import { describe, expect, it } from "vitest";
import { readJson } from "../data-file.ts";
import { noteOn } from "./notes.ts";
import { planTemplate } from "./plan-template.ts";

const template = planTemplate();

describe("the PIAO's template", () => {
  it("has the parts of DM 132/2022 in their order, with the strategy at the body's placement", () => {
    const plan = { template, placementNumber: null, sections: [] } as const;
    const full = outlinePlan({ ...plan, form: "FULL", placement: "LUCCA" });
    expect(full.map((line) => `${line.number} ${line.title}`)).toEqual([
      "1 Scheda anagrafica dell'amministrazione",
      "2 Valore pubblico, performance e anticorruzione",
      "2.1 Valore pubblico",
      "2.2 Performance",
      "2.3 Rischi corruttivi e trasparenza",
      "2.4 Strategia di digitalizzazione",
      "3 Organizzazione e capitale umano",
      "3.1 Struttura organizzativa",
      "3.2 Organizzazione del lavoro agile",
      "3.3 Piano triennale dei fabbisogni di personale",
      "4 Monitoraggio",
    ]);
    const small = outlinePlan({ ...plan, form: "SIMPLIFIED", placement: "TERNI" });
    const required = small.filter((line) => line.required).map((line) => line.number);
    expect(required).toEqual(["1", "2", "2.3", "3", "3.1", "3.2", "3.3"]);
    expect(small.find((line) => line.number === "3.4")?.title).toBe(
      "Innovazione, semplificazione e digitalizzazione",
    );
  });

  it("gives the strategy the guidance of the parts that it serves", () => {
    expect(guidanceFor(template, "STRATEGIA").map((part) => part.number)).toEqual(["2.1", "2.2", "4"]);
  });

  it("says of each claim whether it is verified, as its source does", () => {
    const [performance] = guidanceFor(template, "2.2");
    expect(performance).toMatchObject({ lawVerified: false, contentVerified: false });
    const claims = template.parts.map((part) => part.requiredVerified);
    expect(claims.every((claim) => claim.FULL && !claim.SIMPLIFIED)).toBe(true);
  });

  it("has each note of the source in Italian, marked as unverified, without the norms that nobody has checked", () => {
    const parts = readJson("piao-sections.json").records("sections");
    const noted = parts
      .flatMap((part) => [part, ...part.records("subsections")])
      .filter((part) => part.optionalText("note") !== null)
      .map((part) => part.text("number"));
    expect(noted).toEqual(["2.2", "4"]);
    for (const number of noted) expect(noteOn(number, null)).toMatch(/da verificare/);
    for (const part of template.parts) expect(part.note ?? "").not.toMatch(/DL 80|comma 8/);
    expect(template.parts.find((part) => part.number === "2.3")?.note).toMatch(
      /^Nella forma semplificata \(da/,
    );
  });
});
