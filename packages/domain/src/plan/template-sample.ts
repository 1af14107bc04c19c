import type { PlanTemplate, TemplatePart } from "./plan-template.ts";

/** The shape of the true template, which the catalogue reads, in a few words: for the tests of this folder. */
export const sampleTemplate: PlanTemplate = {
  parts: [
    part("1"),
    part("2"),
    part("2.1", { bySmall: false, servedByStrategy: true }),
    part("2.2", { bySmall: false, servedByStrategy: true }),
    part("2.3"),
    part("3"),
    part("3.1"),
    part("3.2"),
    part("3.3"),
    part("4", { bySmall: false, servedByStrategy: true }),
  ],
  placements: {
    LUCCA: { title: "Strategia", part: "2", number: null },
    TERNI: { title: "Innovazione", part: "3", number: null },
    ROMA_CAPITALE: { title: "Piano ICT", part: null, number: "2.4" },
  },
};

function part(number: string, { bySmall = true, servedByStrategy = false } = {}): TemplatePart {
  return {
    number,
    title: `Parte ${number}`,
    law: "",
    lawVerified: false,
    content: "",
    contentVerified: false,
    owner: "",
    note: null,
    required: { FULL: true, SIMPLIFIED: bySmall },
    requiredVerified: { FULL: true, SIMPLIFIED: false },
    servedByStrategy,
  };
}
