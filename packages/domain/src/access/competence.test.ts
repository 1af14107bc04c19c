import { expect, it } from "vitest";
import { competences, isCompetentFor } from "./competence.ts";

it("[AU1] each kind of control gives its opinion on its own parts of the plan", () => {
  const codes = ["1", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4", "STRATEGIA", "INTEGRAZIONE"];
  const table = competences.map((competence) => [
    competence,
    codes.filter((code) => isCompetentFor(competence, code)),
  ]);
  expect(table).toEqual([
    ["NUCLEO", ["2.1", "2.2", "4", "STRATEGIA", "INTEGRAZIONE"]],
    ["REVISORI", ["3.3"]],
    ["RPCT", ["2.3"]],
  ]);
  expect(isCompetentFor(null, "2.2")).toBe(false);
});
