import { describe, expect, it } from "vitest";
import { type CarriedItem, carryOver, likeness, sameItems } from "./carry-over.ts";

const item = (code: string, title: string, parts: Partial<CarriedItem> = {}): CarriedItem => ({
  code,
  title,
  kind: "ACTION_LINE",
  dueOn: "2025-12-31",
  startsOn: null,
  details: {},
  ...parts,
});

const portal = item("CAP3.PA.01", "Le PA pubblicano gli obiettivi di accessibilità sul proprio sito");
const cloud = item("CAP6.PA.02", "Le amministrazioni concludono la migrazione verso il cloud");

function carried(codes: readonly string[], to: readonly CarriedItem[]) {
  return carryOver(codes, [portal, cloud], to).map(({ code, change, proposal }) => [
    code,
    change,
    proposal?.code ?? null,
  ]);
}

describe("[ST3] a plan's links, in a new edition", () => {
  it("stay as they are where the item is the same", () => {
    expect(carried(["CAP3.PA.01"], [portal])).toEqual([]);
  });

  it("are proposed to the same code where it has another day or other targets", () => {
    expect(carried(["CAP3.PA.01"], [{ ...portal, dueOn: "2027-12-31" }])).toEqual([
      ["CAP3.PA.01", "REDATED", "CAP3.PA.01"],
    ]);
    const [old, next] = ["+10", "+20"].map((target) =>
      item("RA1", "Incremento dei servizi", { details: { targets: { 2026: target } } }),
    ) as [CarriedItem, CarriedItem];
    expect(carryOver(["RA1"], [old], [next])[0]).toMatchObject({
      change: "REDATED",
      from: old,
      proposal: next,
    });
  });

  it("and where its words have changed a little", () => {
    const renamed = { ...portal, title: "Le PA pubblicano gli obiettivi annuali di accessibilità sul sito" };
    expect(carried(["CAP3.PA.01"], [renamed])).toEqual([["CAP3.PA.01", "RETITLED", "CAP3.PA.01"]]);
  });

  it("follow their words where the code is gone, or is now about something else", () => {
    const moved = { ...portal, code: "CAP3.PA.07" };
    expect(carried(["CAP3.PA.01"], [moved, cloud])).toEqual([["CAP3.PA.01", "MISSING", "CAP3.PA.07"]]);
    expect(carried(["CAP3.PA.01"], [{ ...cloud, code: "CAP3.PA.01" }, moved])).toEqual([
      ["CAP3.PA.01", "RENUMBERED", "CAP3.PA.07"],
    ]);
  });

  it("lead nowhere where nothing is like them, or only something of another kind", () => {
    expect(carried(["CAP3.PA.01"], [cloud])).toEqual([["CAP3.PA.01", "MISSING", null]]);
    expect(carried(["CAP3.PA.01"], [{ ...portal, kind: "OBJECTIVE", code: "OB1" }])).toEqual([
      ["CAP3.PA.01", "MISSING", null],
    ]);
  });

  it("that were already wrong are missing, and each is told once", () => {
    expect(carried(["X", "X"], [portal])).toEqual([["X", "MISSING", null]]);
    expect(carried(["CAP9"], [item("CAP9", "Nuova")])).toEqual([]);
  });
});

it.each([
  ["Le PA adottano il cloud", "le pa adottano il CLOUD", 1],
  ["accessibilità dei siti", "Accessibilita dei siti", 1],
  ["una cosa", "tutt'altro", 0],
  ["", "", 0],
])("«%s» and «%s» are alike by %d", (one, other, expected) => {
  expect(likeness(one, other)).toBe(expected);
});

it("[TE7] an item is the same in another edition by its code, or by its very words, and not by what is only like it", () => {
  const became = (...to: CarriedItem[]) => [...sameItems([portal, cloud], to).entries()];
  expect(became(portal, cloud)).toEqual([
    [portal.code, portal.code],
    [cloud.code, cloud.code],
  ]);
  expect(became({ ...cloud, code: portal.code })).toEqual([[cloud.code, portal.code]]);
  expect(became({ ...cloud, code: "X", title: `${cloud.title} qualificato` })).toEqual([]);
  // Of two of the same words nobody knows which.
  expect(became({ ...cloud, code: "X" }, { ...cloud, code: "Y" })).toEqual([]);
  expect(became({ ...cloud, kind: "TOOL" })).toEqual([]);
});
