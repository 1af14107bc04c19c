import { Extension } from "@tiptap/core";
import type { EditorView } from "@tiptap/pm/view";
import { yCursorPluginKey } from "@tiptap/y-tiptap";

/** Makes the editor look where the caret is, now. A browser tells a moment late where a click or a key has put it: a
 *  letter, or somebody else's change, that comes before goes by where it was, and on a busy machine so do the words. */
export function readSelection({ dom, composing }: EditorView): void {
  if (!composing) dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
}

/** Drawing the carets of the others would put one's own back to where the editor saw it last. */
export const LookBeforeCarets = Extension.create({
  name: "lookBeforeCarets",

  dispatchTransaction({ transaction, next }) {
    const carets = transaction.getMeta(yCursorPluginKey);
    if (carets === undefined) {
      next(transaction);
      return;
    }
    // Carets are drawn a moment later: by then the page may have been left.
    if (this.editor.isDestroyed) return;
    const { view } = this.editor;
    readSelection(view);
    next(view.state.tr.setMeta(yCursorPluginKey, carets));
  },
});
