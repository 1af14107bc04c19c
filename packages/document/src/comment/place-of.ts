import * as Y from "yjs";
import { type Anchor, letterOf } from "./anchor.ts";
import { BareLetters } from "./bare-letters.ts";
import { findQuote } from "./find-quote.ts";
import { type Range, type RunningText, trimmed } from "./running-text.ts";
import { whatIsLeft } from "./what-is-left.ts";

/** `THERE`: the words, or what is left of them, where they were. `MOVED`: the same words, found again by what they say.
 *  `GONE`: neither; until they come back. */
export type AnchorPlace =
  | { readonly kind: "THERE" | "MOVED"; readonly range: Range }
  | { readonly kind: "GONE" };

/** Where the words of an anchor stand now. The same for everybody who has the same text: whoever undoes a deletion knows
 *  more than the others (https://github.com/yjs/yjs/issues/638), and must not see another place. */
export function placeOf(text: RunningText, anchor: Anchor): AnchorPlace {
  const start = endOf(text, anchor.start);
  const end = endOf(text, anchor.end);
  const between = start && end && start.at < end.at ? { from: start.at, to: end.at } : null;
  if (between && start?.isAlive && end?.isAlive) return { kind: "THERE", range: between };
  if (between && isQuote(text, between, anchor)) {
    return { kind: "THERE", range: trimmed(text.letters, between) };
  }

  const left = whatIsLeft(text, anchor, start, end);
  const found = findQuote(text, anchor);
  // A copy elsewhere is not where the rest of the words stand.
  if (found && (!left || touch(found, left))) return { kind: left ? "THERE" : "MOVED", range: found };
  return left ? { kind: "THERE", range: left } : { kind: "GONE" };
}

/** Where an end of the words stands: at its letter, or, when that is deleted, where it stood among the others. */
export interface AnchorEnd {
  readonly at: number;
  readonly isAlive: boolean;
}

/** Null also when Yjs has forgotten the letter together with its block, or never knew it. */
function endOf(text: RunningText, position: Uint8Array): AnchorEnd | null {
  const { doc } = text.fragment;
  const letter = letterOf(position);
  const id = letter?.item;
  if (!doc || !id || Y.getState(doc.store, id.client) <= id.clock) return null;
  const item = Y.getItem(doc.store, id);
  const place = Y.createAbsolutePositionFromRelativePosition(letter, doc, false);
  const begin = text.startOf(place?.type);
  if (!place || begin === null) return null;
  return { at: begin + place.index, isAlive: !item.deleted };
}

function isQuote({ letters }: RunningText, { from, to }: Range, { quote }: Anchor): boolean {
  return new BareLetters(letters.slice(from, to)).letters === new BareLetters(quote).letters;
}

function touch(one: Range, other: Range): boolean {
  return one.from <= other.to && other.from <= one.to;
}
