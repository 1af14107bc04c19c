import { describe, expect, it } from "vitest";
import { guidanceFor } from "./guidance-for.ts";
import { sampleTemplate } from "./template-sample.ts";

function numbersFor(code: string): string[] {
  return guidanceFor(sampleTemplate, code).map((guidance) => guidance.number);
}

describe("[PL4] beside the text stands what the law asks", () => {
  it("in that part of the plan", () => {
    expect(numbersFor("2.2")).toEqual(["2.2"]);
  });

  it("in the parts that the strategy serves, for the strategy and for what a body adds to it", () => {
    expect(numbersFor("STRATEGIA")).toEqual(["2.1", "2.2", "4"]);
    expect(numbersFor("INTEGRAZIONE")).toEqual(["2.1", "2.2", "4"]);
  });

  it("and nothing for a part that the template does not have", () => {
    expect(numbersFor("9")).toEqual([]);
  });
});
