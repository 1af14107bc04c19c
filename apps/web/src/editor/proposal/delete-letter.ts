import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Backspace (-1) and Delete (1) while one suggests: the next letter that does not go already. A browser that deletes it by
 *  itself writes spaces anew where it deletes beside them, and stops at words that are struck through. False at the end of
 *  the block, and where something is selected. */
export function deleteLetter(view: EditorView, direction: -1 | 1, isGoing: (text: Node) => boolean): boolean {
  const { selection } = view.state;
  if (!(selection instanceof TextSelection) || !selection.$cursor) return false;
  const { parent, parentOffset } = selection.$cursor;
  const start = selection.$cursor.start();
  const words = parent.textBetween(0, parent.content.size, undefined, "\ufffc");
  let at = parentOffset;
  let size = sizeBeside(words, at, direction);
  const goes = () => {
    const text = parent.nodeAt(direction < 0 ? at - size : at);
    return !text?.isText || isGoing(text);
  };
  while (size > 0 && goes()) {
    at += direction * size;
    size = sizeBeside(words, at, direction);
  }
  if (at !== parentOffset)
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start + at)));
  if (size > 0) {
    const from = start + (direction < 0 ? at - size : at);
    view.dispatch(view.state.tr.delete(from, from + size));
  }
  return size > 0 || at !== parentOffset;
}

/** How long the letter before or behind a place is; 0 at the end. */
function sizeBeside(words: string, at: number, direction: -1 | 1): number {
  const beside = direction < 0 ? words.slice(0, at) : words.slice(at);
  const all = [...letters.segment(beside)];
  return (direction < 0 ? all.at(-1) : all[0])?.segment.length ?? 0;
}
