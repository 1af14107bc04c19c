import { describe, expect, it } from "vitest";
import { addableParts, beginningParts } from "./plan-beginning.ts";
import { sampleTemplate as template } from "./template-sample.ts";

const alone = { template, placement: "LUCCA", inOffice: false } as const;
const associated = { ...alone, inOffice: true };
const codes = (parts: readonly { code: string }[]) => parts.map(({ code }) => code);
const leaves = template.parts
  .map(({ number }) => number)
  .filter((number) => !template.parts.some((other) => other.number.startsWith(`${number}.`)));

describe("the beginning of a plan", () => {
  it("has a section for each part that its form asks for, and none for a mere heading", () => {
    const asked = (form: "FULL" | "SIMPLIFIED") =>
      leaves.filter((leaf) => template.parts.find(({ number }) => number === leaf)!.required[form]);
    expect(codes(beginningParts(alone, "FULL"))).toEqual(asked("FULL"));
    expect(codes(beginningParts(alone, "SIMPLIFIED"))).toEqual(asked("SIMPLIFIED"));
    expect(asked("SIMPLIFIED")).not.toEqual(asked("FULL"));
    expect(codes(beginningParts(alone, "FULL"))).not.toContain("2");
  });

  it("has an addendum to the shared strategy in an associated office alone", () => {
    expect(codes(beginningParts(associated, "SIMPLIFIED")).at(-1)).toBe("INTEGRAZIONE");
    expect(codes(beginningParts(alone, "FULL"))).not.toContain("INTEGRAZIONE");
  });

  it("keeps what the plan before had beside that, and nothing that the template does not know any more", () => {
    expect(codes(beginningParts(alone, "SIMPLIFIED", ["2.1", "STRATEGIA", "9.9"]))).toEqual(
      [...codes(beginningParts(alone, "SIMPLIFIED")), "2.1", "STRATEGIA"].sort(),
    );
  });
});

describe("what may be added to a plan", () => {
  it("is each line without a section, the strategy where nobody shares it, the addendum where somebody does", () => {
    const begun = codes(beginningParts(alone, "SIMPLIFIED"));
    const missing = leaves.filter((leaf) => !begun.includes(leaf));
    expect(codes(addableParts(alone, begun))).toEqual([...missing, "STRATEGIA"]);
    expect(codes(addableParts(associated, begun))).toEqual([...missing, "INTEGRAZIONE"]);
    expect(codes(addableParts(associated, [...leaves, "INTEGRAZIONE"]))).toEqual([]);
  });
});
