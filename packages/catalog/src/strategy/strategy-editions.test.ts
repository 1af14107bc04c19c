import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BodyType, type StrategyKind, yearsWithTarget } from "@upiao/domain";
import { describe, expect, it } from "vitest";
import { catalogDir } from "../catalog-dir.ts";
import { strategyEditions } from "./strategy-editions.ts";
import { termOf } from "./terms.ts";
import { whomItBinds } from "./whom-it-binds.ts";

const [edition] = strategyEditions();
const items = edition!.items;
const ofKind = (kind: StrategyKind) => items.filter((item) => item.kind === kind);
const item = (code: string) => items.find((one) => one.code === code);

describe("the Piano triennale 2024-2026", () => {
  it("has its chapters, 26 objectives, 59 expected results, 122 lines of action and the tools that have a source", () => {
    expect(edition).toMatchObject({ code: "2024-2026", licence: "CC0 1.0" });
    const kinds = ["CHAPTER", "OBJECTIVE", "EXPECTED_RESULT", "ACTION_LINE", "TOOL"] as const;
    expect(kinds.map((kind) => ofKind(kind).length)).toEqual([7, 26, 59, 122, 6]);
  });

  it("has each item once, under one that exists, with its source and whether it is verified", () => {
    const codes = new Set(items.map(({ code }) => code));
    expect(codes.size).toBe(items.length);
    for (const { code, kind, parent, source, verified } of items) {
      expect(code).toMatch(/^\S+$/);
      expect(parent === null || codes.has(parent)).toBe(true);
      expect(parent === null).toBe(kind === "CHAPTER" || kind === "TOOL");
      expect(source).toMatch(/\S/);
      expect(verified).toBeTypeOf("boolean");
    }
  });

  it("gives each expected result its targets by year, and «n.d.» is none", () => {
    expect(item("RA4.1.1")).toMatchObject({
      parent: "OB4.1",
      details: { targets: { "2026": "+10.000 servizi per un totale di almeno 310.000" } },
    });
    expect(yearsWithTarget(item("RA3.4.1")!.details)).toEqual([2024, 2025]);
    expect(yearsWithTarget(item("RA7.3.2")!.details)).toEqual([2026]);
  });

  it("gives each line of action its term: until the end of a month, from a month on, or none", () => {
    expect(item("CAP3.PA.14")).toMatchObject({
      parent: "RA3.2.2",
      dueOn: "2025-09-30",
      startsOn: null,
      binds: "Le PA",
    });
    expect(item("CAP1.PA.06")).toMatchObject({ dueOn: null, startsOn: "2025-12-01" });
    expect(item("CAP4.PA.04")).toMatchObject({ dueOn: null, startsOn: null });
    const lines = ofKind("ACTION_LINE");
    expect(lines.filter(({ dueOn }) => dueOn !== null)).toHaveLength(60);
    expect(lines.filter(({ startsOn }) => startsOn !== null)).toHaveLength(46);
  });

  it("keeps a line that serves two results once, and one that serves none under its objective", () => {
    expect(item("CAP1.PA.11")).toMatchObject({ details: { serves: ["RA1.3.2", "RA1.3.3"] } });
    expect(item("CAP1.PA.07")).toMatchObject({ parent: "OB1.2", details: { serves: [] } });
  });

  it("says of every line of action whom it is for", () => {
    const forBody = (type: BodyType) =>
      ofKind("ACTION_LINE").filter(({ details }) => details.bodies!.includes(type)).length;
    expect(
      ["COMUNE", "PROVINCIA", "CITTA_METROPOLITANA", "UNIONE"].map((type) => forBody(type as BodyType)),
    ).toEqual([109, 93, 95, 92]);
    expect(item("CAP3.PA.05")).toMatchObject({ binds: "Le PA centrali", details: { bodies: [] } });
    expect(item("CAP4.PA.18")).toMatchObject({ binds: "i Comuni", details: { bodies: ["COMUNE"] } });
    expect(item("CAP5.PA.12")).toMatchObject({
      details: { bodies: ["COMUNE", "PROVINCIA", "CITTA_METROPOLITANA"], isConditional: true },
    });
    expect(item("CAP3.PA.14")!.details).toMatchObject({ isConditional: false });
    expect(item("CAP3.PA.12")!.details).toMatchObject({
      bodies: ["COMUNE", "CITTA_METROPOLITANA"],
      isConditional: true,
    });
  });
});

describe("another edition", () => {
  it("is a file beside the first, and what is wrong in it is named", () => {
    const folder = mkdtempSync(join(tmpdir(), "strategy-"));
    try {
      const first = readFileSync(join(catalogDir(), "piano-triennale.json"), "utf8");
      cpSync(join(catalogDir(), "piano-triennale.json"), join(folder, "piano-triennale.json"));
      const next = join(folder, "piano-triennale-2027-2029.json");
      writeFileSync(next, first.replace(/"edition": "2024-2026/, '"edition": "2027-2029'));
      expect(strategyEditions(folder).map(({ code }) => code)).toEqual(["2024-2026", "2027-2029"]);

      writeFileSync(next, first.replace('"when": "Da marzo 2024"', '"when": "Presto"'));
      expect(() => strategyEditions(folder)).toThrow(
        "the reference file piano-triennale-2027-2029.json at «chapters[0].objectives[0].expectedResults[0].actionLinesPA[0]» has a term that is no month: «Presto»",
      );
      writeFileSync(next, first.replace('"title": "Le Amministrazioni e gli Enti', '"title": "Chiunque'));
      expect(() => strategyEditions(folder)).toThrow(/does not say whom it binds/);
      writeFileSync(next, first.replace('"code": "CAP1.PA.02"', '"code": "CAP1.PA.01"'));
      expect(() => strategyEditions(folder)).toThrow("has CAP1.PA.01 twice");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it.each([
  ["Febbraio 2028", { dueOn: "2028-02-29", startsOn: null }],
  ["Dicembre 2026", { dueOn: "2026-12-31", startsOn: null }],
  ["Da gennaio 2025", { dueOn: null, startsOn: "2025-01-01" }],
  ["Entro l'anno", null],
  ["Brumaio 2025", null],
])("«%s» means %o", (when, term) => {
  expect(termOf(when)).toEqual(term);
});

it("what binds nobody that is known is not taken for everybody", () => {
  expect(whomItBinds("Chiunque voglia può farlo")).toBeNull();
});
