import { diffPlaces } from "./align.ts";
import { marksOf } from "./canonical-text.ts";
import type { Piece } from "./difference.ts";
import { isCounted, type Word } from "./words.ts";

/** One or more words to which the same happened. */
interface Stretch {
  readonly removed: Word[];
  readonly inserted: Word[];
  /** Those that are in both, as they were and as they are now. */
  readonly kept: { readonly old: Word; readonly now: Word }[];
  readonly change: "KEPT" | "FORMATTED" | "REPLACED";
}

/** What has happened to the words of a block. */
export function diffWords(before: readonly Word[], after: readonly Word[]): Piece[] {
  const stretches = joinBrokenUp(slideBySpaces(stretchesOf(before, after)));
  return joinPieces(
    stretches.flatMap(({ change, kept, removed, inserted }) =>
      change === "REPLACED"
        ? [...wholePieces(removed, "REMOVED"), ...wholePieces(inserted, "INSERTED")]
        : wholePieces(
            kept.map(({ now }) => now),
            change,
          ),
    ),
  );
}

export function wholePieces(words: readonly Word[], change: Piece["change"]): Piece[] {
  return joinPieces(
    words.flatMap(({ parts }) =>
      parts.map(({ text, marks, client }) => ({ change, text, marks: marksOf(marks), client })),
    ),
  );
}

/** The pieces of one block or cell. */
export function countWords(pieces: readonly Piece[]): { added: number; removed: number } {
  const wordsOf = (change: Piece["change"]) => {
    // Two people may have written in one word; what stands between is not of this change.
    const text = pieces.map((piece) => (piece.change === change ? piece.text : " ")).join("");
    return text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0;
  };
  return { added: wordsOf("INSERTED"), removed: wordsOf("REMOVED") };
}

function stretchesOf(before: readonly Word[], after: readonly Word[]): Stretch[] {
  const stretches: Stretch[] = [];
  const places = diffPlaces(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  for (const [from, to] of places) {
    const [old, now] = [from === null ? null : before[from]!, to === null ? null : after[to]!];
    const change = old && now ? (old.look === now.look ? "KEPT" : "FORMATTED") : "REPLACED";
    let last = stretches.at(-1);
    if (last?.change !== change) {
      last = { change, removed: [], inserted: [], kept: [] };
      stretches.push(last);
    }
    if (old && now) last.kept.push({ old, now });
    else if (old) last.removed.push(old);
    else last.inserted.push(now!);
  }
  return stretches;
}

/** Of «Comune scrive» and «Comune capofila scrive» it is the same to say that «capofila » came or « capofila»: the space
 *  goes with the word behind it, as it is typed. */
function slideBySpaces(stretches: readonly Stretch[]): Stretch[] {
  stretches.forEach((stretch, index) => {
    const [before, after] = [stretches[index - 1], stretches[index + 1]];
    const side = stretch.inserted.length > 0 ? "inserted" : "removed";
    const words = stretch[side];
    const space = before?.kept.at(-1);
    const isAlone = stretch.change === "REPLACED" && !isReplaced(stretch);
    if (!isAlone || before?.change !== "KEPT" || after?.change !== "KEPT" || !space) return;
    if (!/^\s+$/.test(space.now.text) || words.at(-1)?.text !== space.now.text) return;
    before.kept.pop();
    const last = words.pop()!;
    words.unshift(side === "inserted" ? space.now : space.old);
    after.kept.unshift(side === "inserted" ? { old: space.old, now: last } : { old: last, now: space.now });
  });
  return stretches.filter(({ change, kept }) => change === "REPLACED" || kept.length > 0);
}

/** A space or a comma that happens to stand in both does not break up what was written anew: «nove uffici» in the place
 *  of «tre enti» is one change. */
function joinBrokenUp(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  stretches.forEach((stretch, index) => {
    const last = joined.at(-1);
    const isBetween =
      stretch.change === "KEPT" &&
      last?.change === "REPLACED" &&
      stretches[index + 1]?.change === "REPLACED" &&
      stretch.kept.every(({ now: { text } }) => text !== "\n" && !isCounted(text)) &&
      isReplaced(last) &&
      isReplaced(stretches[index + 1]!);
    if (isBetween) {
      last.removed.push(...stretch.kept.map(({ old }) => old));
      last.inserted.push(...stretch.kept.map(({ now }) => now));
    } else if (stretch.change === "REPLACED" && last?.change === "REPLACED") {
      last.removed.push(...stretch.removed);
      last.inserted.push(...stretch.inserted);
    } else joined.push(stretch);
  });
  return joined;
}

function isReplaced({ removed, inserted }: Stretch): boolean {
  return removed.length > 0 && inserted.length > 0;
}

function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const goesOn =
      last?.change === piece.change &&
      last.client === piece.client &&
      JSON.stringify(last.marks) === JSON.stringify(piece.marks);
    if (goesOn) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
