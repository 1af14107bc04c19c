import type { AdoptedPart, AdoptedText } from "@upiao/document";
import { codesOfPart } from "@upiao/domain";
import type { PrintablePart } from "../printable.ts";

const sharedMark = "Sezione condivisa dell'ufficio associato";

export interface WrittenPart extends Pick<AdoptedPart, "number" | "title" | "depth"> {
  readonly texts: readonly Pick<AdoptedText, "code" | "title" | "shared" | "content">[];
}

/** The parts of a plan, adopted or not, as they are printed. A text's title is not said again where it is the part's. */
export function printableParts(parts: readonly WrittenPart[]): PrintablePart[] {
  return parts.map(({ number, title, depth, texts }) => ({
    number,
    title,
    depth: depth === 0 ? 0 : 1,
    codes: codesOfPart({ number, texts }),
    texts: texts.map((text) => ({ title: titleOf(text, title), content: text.content })),
  }));
}

function titleOf({ title, shared }: WrittenPart["texts"][number], partTitle: string): string | null {
  const own = title === partTitle ? null : title;
  if (!shared) return own;
  return own === null ? sharedMark : `${own} (${sharedMark.toLowerCase()})`;
}
