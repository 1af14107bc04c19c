import { describe, expect, it } from "vitest";
import { faultOfField } from "./field-fault.ts";

describe("a field that names something by its code", () => {
  const known = new Set(["OB1.1", "RA1.1.1", "centrale unica"]);

  it.each([
    ["items", "OB1.1, RA1.1.1", null],
    ["items", "OB1.1 RA9", "UNKNOWN_CODE"],
    ["service", "centrale unica", null],
    ["service", "centrale", "UNKNOWN_CODE"],
    ["call", "", null],
    ["dup", "Missione 1", null],
  ] as const)("%s «%s»: %s", (field, text, fault) => {
    expect(faultOfField(field, { [field]: text }, known)).toBe(fault);
  });

  it("is right as it was typed where no list is at hand, unless it is too long", () => {
    expect(faultOfField("items", { items: "RA9" })).toBeNull();
    expect(faultOfField("items", { items: "R".repeat(301) }, known)).toBe("TOO_LONG");
  });
});
