import { expect, it } from "vitest";
import { readNumber } from "./read-number.ts";

it.each([
  ["12,5", 12.5],
  ["12.5", 12.5],
  [" -3 ", -3],
  ["1 250", 1250],
  ["1.250.000", 1_250_000],
  ["1.250,50", 1250.5],
  ["0.125", 0.125],
  ["1.250", "AMBIGUOUS_NUMBER"],
  ["", "NOT_A_NUMBER"],
  ["n.d.", "NOT_A_NUMBER"],
  ["12,5,3", "NOT_A_NUMBER"],
  ["1e9", "NOT_A_NUMBER"],
  ["Infinity", "NOT_A_NUMBER"],
  ["0x10", "NOT_A_NUMBER"],
  ["9".repeat(400), "NOT_A_NUMBER"],
  ["=1+1", "NOT_A_NUMBER"],
  ["40%", "NOT_A_NUMBER"],
])("«%s» is %s", (typed, number) => {
  expect(readNumber(typed, "NUMBER")).toBe(number);
});

it("takes the sign of its own unit", () => {
  expect(readNumber("40 %", "PERCENT")).toBe(40);
  expect(readNumber("€ 1.000,00", "EURO")).toBe(1000);
  expect(readNumber("40 €", "PERCENT")).toBe("NOT_A_NUMBER");
});

it("takes yes and no for what is one or the other", () => {
  expect(["sì", "Si", "1", "no", "0"].map((typed) => readNumber(typed, "YES_NO"))).toEqual([1, 1, 1, 0, 0]);
  expect(readNumber("2", "YES_NO")).toBe("NOT_YES_OR_NO");
});
