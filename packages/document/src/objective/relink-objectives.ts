import type * as Y from "yjs";
import { fieldText } from "./objective-fields.ts";
import { objectiveBlocks } from "./objectives-in.ts";
import { betweenCodes, splitCodes } from "./split-codes.ts";

/** For objectives by their keys: what stands in the place of a code that they name, or null where it goes. */
export type Relinking = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

/** Writes other codes in the place of those that objectives name, all at once: of a code that becomes another, and that other a
 *  third, both are right. Nothing else of the objectives is touched, so that what others write in them meanwhile merges. */
export function relinkObjectives(fragment: Y.XmlFragment, relinking: Relinking): void {
  // The targets of the years are of no concern here.
  for (const { element, record } of objectiveBlocks(fragment, 0)) {
    const links = relinking.get(record.key);
    if (!links) continue;
    const before = fieldText(element.getAttributes(), "items");
    const after = relinked(before, links);
    if (after !== null) element.setAttribute("items", after);
  }
}

/** Null: as it was, also in how it was typed. */
function relinked(before: string, links: ReadonlyMap<string, string | null>): string | null {
  const codes = splitCodes(before);
  if (codes.every((code) => !links.has(code) || links.get(code) === code)) return null;
  const now = codes
    .map((code) => (links.has(code) ? (links.get(code) ?? null) : code))
    .filter((code) => code !== null);
  return [...new Set(now)].join(betweenCodes.exec(before)?.[0] ?? " ");
}
