import { expect, it } from "vitest";
import { matchChoices, mostMatches } from "./match-choices.ts";

const choice = (code: string, title: string, isOffered = true) => ({
  code,
  title,
  facts: [],
  isVerified: true,
  isOffered,
});
const choices = [
  choice("RA3.2.2", "Accessibilità dei servizi"),
  choice("RA3.2.1", "Qualità dei servizi digitali"),
  choice("CAP3.PA.15", "Obiettivi di accessibilità (RA3.2.2)"),
  choice("RA9", "Accessibilità scaduta", false),
];
const found = (typed: string, taken: readonly string[] = []) =>
  matchChoices(choices, typed, (code) => taken.includes(code)).map(({ code }) => code);

it("choices are found by words and their beginnings, in any order and without accents", () => {
  expect(found("servizi qualita")).toEqual(["RA3.2.1"]);
  expect(found("ACCESS")).toEqual(["RA3.2.2", "CAP3.PA.15"]);
  expect(found("cessib")).toEqual([]);
});

it("and by their code, which comes before a title that names it", () => {
  expect(found("ra3.2")).toEqual(["RA3.2.2", "RA3.2.1", "CAP3.PA.15"]);
  expect(found("CAP3")).toEqual(["CAP3.PA.15"]);
});

it("without those that stand there already, nor what is over, nor more than can be looked through", () => {
  expect(found("", ["RA3.2.2"])).toEqual(["RA3.2.1", "CAP3.PA.15"]);
  const many = Array.from({ length: 50 }, (_, index) => choice(`RA${index}`, ""));
  expect(matchChoices(many, "ra", () => false)).toHaveLength(mostMatches);
});
