import { serviceKinds } from "@upiao/domain";
import { expect, it } from "vitest";
import { catalogue } from "./catalogue.ts";

const { parts, adoptions, publicValue, hubFunctions } = catalogue();

it("the catalogue says of each part of the PIAO what each form asks for, and what of it nobody has verified", () => {
  const needs = (number: string) => parts.find((part) => part.number === number)!.needs;
  expect(needs("3.3")).toEqual([
    { form: "FULL", isRequired: true, verified: true, onlyIn: null },
    { form: "SIMPLIFIED", isRequired: true, verified: false, onlyIn: "cessazioni e bisogni" },
  ]);
  expect(needs("2.1")[1]).toMatchObject({ isRequired: false, onlyIn: null });
  expect(parts).toHaveLength(10);
  for (const { source, lawVerified } of parts) expect([source === "", lawVerified]).toEqual([false, false]);
  expect(adoptions.map(({ bodyType, verified }) => [bodyType, verified])).toEqual([
    ["COMUNE", true],
    ["PROVINCIA", false],
    ["CITTA_METROPOLITANA", false],
  ]);
});

it("the catalogue has a function of the hub for each kind of service, and marks what is our own summary", () => {
  expect(hubFunctions.entries.map(({ code }) => code)).toEqual([...serviceKinds]);
  expect([hubFunctions.verified, publicValue.verified]).toEqual([false, false]);
  // The dimensions are those that subsection 2.1 names.
  const { content } = parts.find(({ number }) => number === "2.1")!;
  for (const { code } of publicValue.entries) expect(content).toContain(code.toLowerCase());
});
