import * as Y from "yjs";
import { type Range, type RunningText, trimmed } from "./running-text.ts";

/** The letters before and after its words by which an anchor tells them from the same words elsewhere. */
export const surroundingLetters = 32;

/** An anchor is meant for words and sentences: whoever means more comments on the whole section. */
export const longestQuote = 2_000;

/** Which words of a text something is about. It is no part of the text, so that who may only read can make one, and so
 *  that nothing that happens to the text can take it away. */
export interface Anchor {
  /** Relative positions as Yjs encodes them: the first letter, and the last one with association to the left. */
  readonly start: Uint8Array;
  readonly end: Uint8Array;
  /** The words as they were, and what stood around them. */
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** An anchor for these letters, without the spaces at their ends; null when there are none. */
export function anchorOf(text: RunningText, range: Range): Anchor | null {
  const { letters } = text;
  const { from, to } = trimmed(letters, range);
  const quote = letters.slice(from, to);
  const first = text.holderOf(from);
  const last = text.holderOf(to - 1);
  if (quote === "" || !first || !last) return null;
  return {
    start: encode(first.text, first.index, 0),
    end: encode(last.text, last.index + 1, -1),
    quote,
    before: letters.slice(Math.max(0, from - surroundingLetters), from),
    after: letters.slice(to, to + surroundingLetters),
  };
}

function encode(text: Y.XmlText, index: number, assoc: number): Uint8Array {
  return Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, assoc));
}

/** The letter that an encoded position names, or null for bytes that name none: only such are anchors. */
export function letterOf(position: Uint8Array): Y.RelativePosition | null {
  try {
    const decoded = Y.decodeRelativePosition(position);
    const again = Y.encodeRelativePosition(decoded);
    const isWhole = again.length === position.length && again.every((byte, at) => byte === position[at]);
    return decoded.item !== null && isWhole ? decoded : null;
  } catch {
    return null;
  }
}
