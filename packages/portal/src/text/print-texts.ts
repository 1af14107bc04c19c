import type { AdoptedPart, AdoptedPlan, AdoptedText } from "@upiao/document";
import { htmlOfTexts, type PlacedParts } from "@upiao/export";

/** The texts of a plan as its HTML file has them, for headings that stand so deep on a page (`h2` has 2). */
export function printTexts(
  { parts, firstYear }: AdoptedPlan,
  levelOf: (part: AdoptedPart, text: AdoptedText) => number,
  placed?: PlacedParts,
): ReadonlyMap<AdoptedText, string> {
  const texts = parts.flatMap((part) => part.texts.map((text) => ({ text, level: levelOf(part, text) - 1 })));
  const printed = htmlOfTexts(
    texts.map(({ text: { content, title }, level }) => ({ content, title, level })),
    { firstYear, parts: placed },
  );
  return new Map(texts.map(({ text }, index) => [text, printed[index]!]));
}
