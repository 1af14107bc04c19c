import { describe, expect, it } from "vitest";
import { guessPlace, isTitleOf } from "./guess-place.ts";

const places = [
  { number: "1", title: "Scheda anagrafica dell'amministrazione" },
  { number: "2", title: "Valore pubblico, performance e anticorruzione" },
  { number: "2.1", title: "Valore pubblico" },
  { number: "2.2", title: "Performance" },
  { number: "2.3", title: "Rischi corruttivi e trasparenza" },
  { number: "3.3", title: "Piano triennale dei fabbisogni di personale" },
  { number: "4", title: "Monitoraggio" },
];

describe("a heading of a file", () => {
  it.each([
    ["2.1 Valore pubblico", "2.1"],
    ["VALORE PUBBLICO", "2.1"],
    ["Sottosezione 2.3 – Rischi corruttivi e trasparenza", "2.3"],
    ["Sezione 2: Valore pubblico, performance e anticorruzione", "2"],
    ["2.3 Anticorruzione e trasparenza", "2.3"],
    ["3.3. Il piano dei fabbisogni", "3.3"],
    ["5 Monitoraggio", "4"],
  ])("«%s» belongs to %s", (heading, number) => {
    expect(guessPlace(heading, places)?.number).toBe(number);
  });

  it.each(["1. Premessa", "Introduzione", "2026", "", "2.1 Quadro normativo"])(
    "«%s» belongs nowhere",
    (heading) => {
      expect(guessPlace(heading, places)).toBeNull();
    },
  );

  it("need not be said again where the place is called so", () => {
    expect(isTitleOf("2.1. VALORE PUBBLICO", places[2]!)).toBe(true);
    expect(isTitleOf("2.3 Anticorruzione", places[4]!)).toBe(false);
  });
});
