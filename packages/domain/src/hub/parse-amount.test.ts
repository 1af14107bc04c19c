import { expect, it } from "vitest";
import { parseAmount } from "./parse-amount.ts";

it.each([
  ["12.500,50", 12500.5],
  ["12500,5", 12500.5],
  ["12500.50", 12500.5],
  ["12.500", 12500],
  ["€ 1.234.567", 1234567],
  ["0", 0],
])("%s is an amount", (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
});

it.each(["", "molto", "-1", "1e9", "12,500.50", "1.2.3", "12.50,1", "1,234", "999999999999", "Infinity"])(
  "«%s» is none",
  (text) => {
    expect(parseAmount(text)).toBeNull();
  },
);
