import { expect, it } from "vitest";
import { badInput, sentenceAtField, sentenceOf } from "./refusal.ts";

it("a datum that is refused is named, with the reason, in both languages", () => {
  const { code, details } = badInput("first", "OUT_OF_RANGE", { least: 1, most: 100 });
  expect(sentenceOf(code, details)).toBe("Il dato «first» non è valido: deve essere tra 1 e 100.");
  expect(sentenceOf(code, details, "en")).toBe("“first” is not valid: it must be between 1 and 100.");
});

it("at its field a datum is not named again, by the name that only programs know", () => {
  const { code, details } = badInput("year", "OUT_OF_RANGE", { least: 2020, most: 2100 });
  expect(sentenceAtField(code, details, "it")).toBe("Deve essere tra 2020 e 2100.");
  expect(sentenceAtField(code, details, "en")).toBe("It must be between 2020 and 2100.");
  expect(sentenceAtField("NOT_FOUND", {}, "it")).toBe(sentenceOf("NOT_FOUND"));
});

it("a reason given in words is kept as it is", () => {
  expect(sentenceOf("BAD_INPUT", { field: "file", reason: "è vuoto." })).toBe(
    "Il dato «file» non è valido: è vuoto.",
  );
});
