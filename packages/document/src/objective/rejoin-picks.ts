import * as Y from "yjs";
import { fieldOf } from "./field-written.ts";
import { codesIn } from "./objective-fields.ts";

/** Items of the Piano triennale that somebody has chosen in an objective. */
export interface Pick {
  readonly objective: Y.XmlElement;
  readonly codes: readonly string[];
}

/** To be read before Yjs forgets what is deleted. Null for what is no choice of items, or of an objective that is gone. */
export function pickOf(item: Y.Item): Pick | null {
  const { parent } = item;
  if (fieldOf(item) !== "items" || !(parent instanceof Y.XmlElement) || parent._item?.deleted) return null;
  return { objective: parent, codes: codesIn({ items: item.content.getContent()[0] }, "items") };
}

/** Of two who choose at the same moment Yjs keeps one list. Writes the codes of the other beside those that stand, so that no
 *  choice is lost; what one took away in that moment comes back with the list of the other. */
export function rejoinPicks(picks: readonly Pick[]): void {
  for (const { objective, codes } of picks) {
    const now = codesIn(objective.getAttributes(), "items");
    const all = [...new Set([...now, ...codes])];
    if (all.length > now.length) objective.setAttribute("items", all.join(" "));
  }
}
