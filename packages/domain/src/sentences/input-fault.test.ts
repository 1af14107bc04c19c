import { expect, it } from "vitest";
import { badInput, sentenceOf } from "./refusal.ts";

it("a datum that is refused is named, with the reason, in both languages", () => {
  const { code, details } = badInput("first", "OUT_OF_RANGE", { least: 1, most: 100 });
  expect(sentenceOf(code, details)).toBe("Il dato «first» non è valido: deve essere tra 1 e 100.");
  expect(sentenceOf(code, details, "en")).toBe("“first” is not valid: it must be between 1 and 100.");
});

it("a reason given in words is kept as it is", () => {
  expect(sentenceOf("BAD_INPUT", { field: "file", reason: "è vuoto." })).toBe(
    "Il dato «file» non è valido: è vuoto.",
  );
});
