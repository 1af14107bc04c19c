import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { units } from "../objective/indicator.ts";
import { readValue, writeValue } from "./read-value.ts";

describe("[ME4] a value is read as people write it", () => {
  it.each([
    ["1.234,5", "NUMBER", 1234.5],
    ["1.234", "NUMBER", 1234],
    ["1.234.567,89", "EURO", 1234567.89],
    ["1,234.5", "NUMBER", 1234.5],
    ["1,234,567", "NUMBER", 1234567],
    ["1,234", "NUMBER", 1.234],
    ["12.5", "NUMBER", 12.5],
    ["0.125", "NUMBER", 0.125],
    ["1234.567", "NUMBER", 1234.567],
    ["12,", "NUMBER", 12],
    [",5", "NUMBER", 0.5],
    ["  42 ", "NUMBER", 42],
    ["1 234,5", "NUMBER", 1234.5],
    ["1'234'567", "NUMBER", 1234567],
    ["−3,5", "NUMBER", -3.5],
    ["- 3", "PERCENT", -3],
    ["+7", "NUMBER", 7],
    ["-0", "NUMBER", 0],
    ["12,5 %", "PERCENT", 12.5],
    ["12,5%", "PERCENT", 12.5],
    ["12 per cento", "PERCENT", 12],
    ["€ 1.300,50", "EURO", 1300.5],
    ["300 euro", "EURO", 300],
    ["300€", "EURO", 300],
    ["EUR 300", "EURO", 300],
    ["30 giorni", "DAYS", 30],
    ["1 giorno", "DAYS", 1],
    ["30gg", "DAYS", 30],
    ["30 gg.", "DAYS", 30],
    ["7,5 ore", "HOURS", 7.5],
    ["7h", "HOURS", 7],
    ["sì", "YES_NO", 1],
    ["Si", "YES_NO", 1],
    ["NO", "YES_NO", 0],
    ["1", "YES_NO", 1],
    ["n.d.", "NUMBER", null],
    ["N.D.", "YES_NO", null],
    ["nd", "PERCENT", null],
    ["n/d", "EURO", null],
    ["non disponibile", "DAYS", null],
  ] as const)("%s in %s is %s", (text, unit, value) => {
    expect(readValue(text, unit)).toEqual({ value });
  });

  it.each([
    ["", "NUMBER", "NOTHING"],
    [" ", "NUMBER", "NOTHING"],
    ["molti", "NUMBER", "NOT_A_NUMBER"],
    ["12 circa", "NUMBER", "NOT_A_NUMBER"],
    ["1.23.4", "NUMBER", "NOT_A_NUMBER"],
    ["1.234.5", "NUMBER", "NOT_A_NUMBER"],
    ["1,2,3", "NUMBER", "NOT_A_NUMBER"],
    ["1e5", "NUMBER", "NOT_A_NUMBER"],
    ["0x10", "NUMBER", "NOT_A_NUMBER"],
    ["Infinity", "NUMBER", "NOT_A_NUMBER"],
    ["=1+1", "NUMBER", "NOT_A_NUMBER"],
    ["12 %", "NUMBER", "OTHER_UNIT"],
    ["12 ore", "DAYS", "OTHER_UNIT"],
    ["12h", "DAYS", "OTHER_UNIT"],
    ["12 giorni", "PERCENT", "OTHER_UNIT"],
    ["€ 3", "HOURS", "OTHER_UNIT"],
    ["forse", "YES_NO", "NOT_YES_NO"],
    ["2", "YES_NO", "NOT_YES_NO"],
    ["-1", "DAYS", "NEGATIVE"],
    ["99999999999999999999", "NUMBER", "TOO_LARGE"],
    ["9".repeat(400), "NUMBER", "TOO_LARGE"],
  ] as const)("%s in %s is not: %s", (text, unit, fault) => {
    expect(readValue(text, unit)).toEqual({ fault });
  });

  it("what is written is read again as the same", () => {
    const cents = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((n) => n / 1_000);
    fc.assert(
      fc.property(cents, fc.constantFrom("PERCENT", "NUMBER", "EURO"), (value, unit) => {
        expect(readValue(writeValue(value, unit), unit)).toEqual({ value: value === 0 ? 0 : value });
      }),
    );
    for (const unit of units) expect(readValue(writeValue(null, unit), unit)).toEqual({ value: null });
    for (const value of [0, 1]) expect(readValue(writeValue(value, "YES_NO"), "YES_NO")).toEqual({ value });
  });
});
