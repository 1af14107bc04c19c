import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OutlineLine, outlinePlan, type PlanToOutline, type WrittenSection } from "./outline-plan.ts";
import { codesOfPart } from "./part-codes.ts";
import { comparePartNumbers } from "./part-number.ts";
import { placements, planForms } from "./plan-form.ts";
import { sampleTemplate } from "./template-sample.ts";

const shared = { code: "STRATEGIA", title: "Strategia dell'ufficio" };
const addendum = { code: "INTEGRAZIONE", title: "Impegni del Comune" };
const performance = { code: "2.2", title: "Performance" };

function outline(changes: Partial<PlanToOutline<WrittenSection>> = {}): OutlineLine<WrittenSection>[] {
  return outlinePlan({
    template: sampleTemplate,
    form: "FULL",
    placement: "LUCCA",
    placementNumber: null,
    sections: [addendum, performance, shared],
    ...changes,
  });
}

function numbers(changes: Partial<PlanToOutline<WrittenSection>> = {}): string[] {
  return outline(changes).map((line) => line.number);
}

describe("[PL1] the digital strategy stands at the body's placement", () => {
  it("in section 2, after its subsections, as in Lucca", () => {
    const lines = outline();
    expect(lines.map((line) => line.number)).toEqual([
      ...["1", "2", "2.1", "2.2", "2.3", "2.4", "3", "3.1", "3.2", "3.3", "4"],
    ]);
    expect(lines[5]).toMatchObject({ title: "Strategia", depth: 1, sections: [shared, addendum] });
  });

  it("in section 3, after its subsections, as in Terni", () => {
    const lines = outline({ placement: "TERNI" });
    expect(lines.map((line) => line.number)).toEqual([
      ...["1", "2", "2.1", "2.2", "2.3", "3", "3.1", "3.2", "3.3", "3.4", "4"],
    ]);
    expect(lines[9]).toMatchObject({ title: "Innovazione", depth: 1, sections: [shared, addendum] });
  });

  it("in a subsection of its own, 2.4 unless the plan says otherwise, as in Roma Capitale", () => {
    const own = { placement: "ROMA_CAPITALE" } as const;
    expect(outline(own)[5]).toMatchObject({
      number: "2.4",
      title: "Piano ICT",
      sections: [shared, addendum],
    });
    expect(numbers({ ...own, placementNumber: "3.4" }).slice(8)).toEqual(["3.3", "3.4", "4"]);
    expect(outline({ ...own, placementNumber: "5" }).at(-1)).toMatchObject({ number: "5", depth: 0 });
  });

  it("under the number that the plan gives it, also beyond the ninth", () => {
    expect(numbers({ placementNumber: "2.10" }).slice(4, 7)).toEqual(["2.3", "2.10", "3"]);
  });

  it.each(["2.2", "4.1", "3.4", "2.4.1", "2.0", "due", ""])(
    "under its usual number when the one given, «%s», cannot be",
    (placementNumber) => {
      expect(numbers({ placementNumber })).toEqual(numbers());
    },
  );
});

describe("[PL2] the form of the plan", () => {
  it("asks the whole of who has 50 employees", () => {
    const optional = outline().filter((line) => !line.required);
    expect(optional.map((line) => line.title)).toEqual(["Strategia"]);
  });

  it("frees the small of 2.1, 2.2 and 4, which keep their line for who writes them by choice", () => {
    const lines = outline({ form: "SIMPLIFIED" });
    const optional = lines.filter((line) => !line.required).map((line) => line.number);
    expect(optional).toEqual(["2.1", "2.2", "2.4", "4"]);
    expect(lines.find((line) => line.number === "2.2")?.sections).toEqual([performance]);
  });

  it("says where nobody has verified what it asks", () => {
    const verified = (form: "FULL" | "SIMPLIFIED") =>
      outline({ form }).filter((line) => line.requiredVerified).length;
    expect(verified("FULL")).toBe(10);
    expect(verified("SIMPLIFIED")).toBe(0);
  });
});

describe("[PL3] each section is written at its own line", () => {
  it("and a body that shares none has the strategy's line empty, or with its own words alone", () => {
    expect(outline({ sections: [] })[5]).toMatchObject({ number: "2.4", sections: [] });
    expect(outline({ sections: [addendum] })[5]?.sections).toEqual([addendum]);
  });

  it("and one whose line the template has lost comes last, under its own title", () => {
    const lost = { code: "2.9", title: "Una vecchia sottosezione" };
    const last = outline({ sections: [performance, lost] }).at(-1);
    expect(last).toMatchObject({ number: "2.9", title: lost.title, required: false, sections: [lost] });
  });

  it("once, in a plan in order, whatever the plan says", () => {
    const code = fc.constantFrom("1", "2", "2.1", "3.3", "4", "STRATEGIA", "INTEGRAZIONE", "9", "");
    const plan = fc.record({
      form: fc.constantFrom(...planForms),
      placement: fc.constantFrom(...placements),
      placementNumber: fc.option(fc.oneof(fc.string(), fc.constantFrom("2.1", "2.4", "3.9", "5", "5.1"))),
      sections: fc.array(fc.record({ code, title: fc.string() })),
    });
    fc.assert(
      fc.property(plan, (given) => {
        const lines = outline(given);
        const placed = lines.flatMap((line) => line.sections);
        expect(placed).toHaveLength(given.sections.length);
        expect(new Set(placed)).toEqual(new Set(given.sections));
        const inOrder = lines.slice(0, sampleTemplate.parts.length + 1).map((line) => line.number);
        expect(inOrder).toEqual([...new Set(inOrder)].sort(comparePartNumbers));
      }),
    );
  });
});

describe("[PL7] a cross-reference finds its part by a code", () => {
  const numberOf = (code: string, changes: Partial<PlanToOutline<WrittenSection>> = {}) =>
    outline(changes).find(({ codes }) => codes.includes(code))?.number;

  it("which leads to the strategy and to what the body adds to it wherever they stand, written or not", () => {
    for (const code of [shared.code, addendum.code]) {
      expect(numberOf(code)).toBe("2.4");
      expect(numberOf(code, { placement: "TERNI", sections: [] })).toBe("3.4");
      expect(numberOf(code, { placement: "ROMA_CAPITALE", placementNumber: "5" })).toBe("5");
    }
  });

  it("and to a part of the template under its number, which the strategy's never is", () => {
    expect(["2", "2.2", "4"].map((code) => numberOf(code, { placement: "TERNI" }))).toEqual([
      "2",
      "2.2",
      "4",
    ]);
    expect(numberOf("2.4")).toBeUndefined();
    expect(numberOf("2.9", { sections: [{ code: "2.9", title: "Una vecchia sottosezione" }] })).toBe("2.9");
  });

  it("also in a plan that is put together, which knows its parts by what is written in them", () => {
    const part = (number: string, ...texts: WrittenSection[]) => codesOfPart({ number, texts });
    expect(part("2.4", addendum)).toEqual([shared.code, addendum.code]);
    expect(part("2.4", shared, addendum)).toEqual([shared.code, addendum.code]);
    expect(part("2.2", performance)).toEqual(["2.2"]);
    expect(part("2")).toEqual(["2"]);
  });
});
