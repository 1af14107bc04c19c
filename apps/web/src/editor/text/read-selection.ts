import type { EditorView } from "@tiptap/pm/view";

/** Makes the editor look where the caret is, now. A browser tells a moment late where a click or a key has put it: a
 *  letter, or somebody else's change, that comes before goes by where it was, and on a busy machine so do the words. */
export function readSelection({ dom, composing }: EditorView): void {
  if (!composing) dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
}
