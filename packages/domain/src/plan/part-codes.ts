import { sectionCodes } from "./section-code.ts";

/** By which cross-references name the part of the strategy, whatever its number in this plan, and whichever of the two texts
 *  stands there. */
export const strategyCodes: readonly string[] = [sectionCodes.strategy, sectionCodes.addendum];

interface WrittenPart {
  readonly number: string;
  readonly texts: readonly { readonly code: string }[];
}

/** By which codes cross-references name a part of a plan that is put together. The number of the strategy is none of them: it is
 *  another in each plan. */
export function codesOfPart({ number, texts }: WrittenPart): readonly string[] {
  const codes = texts.map(({ code }) => code);
  if (codes.some((code) => strategyCodes.includes(code))) return strategyCodes;
  return codes.length > 0 ? codes : [number];
}
