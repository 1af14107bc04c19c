import { type Editor, Extension } from "@tiptap/core";
import { isChangeOrigin } from "@tiptap/extension-collaboration";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { blockAtCaret } from "../text/block-commands.ts";

/** Where the list of what can be inserted is open; null: it is not. */
const key = new PluginKey<number | null>("insertMenu");

interface Storage {
  /** Where the list is shown: at the caret, in the text itself, since a script may set no style. */
  readonly anchor: HTMLElement | null;
}

/** «/» at the beginning of an empty paragraph opens the list of what can be inserted. */
export const InsertMenu = Extension.create<object, Storage>({
  name: "insertMenu",

  addStorage() {
    const anchor = typeof document === "undefined" ? null : document.createElement("span");
    if (anchor) {
      anchor.className = "insert-anchor";
      anchor.contentEditable = "false";
    }
    return { anchor };
  },

  addProseMirrorPlugins() {
    const { anchor } = this.storage;
    return [
      new Plugin<number | null>({
        key,
        state: {
          init: () => null,
          apply: (tr, at) => {
            const told: number | null | undefined = tr.getMeta(key);
            if (told !== undefined) return told;
            if (at === null || !tr.docChanged) return at;
            return isChangeOrigin(tr) ? tr.mapping.map(at) : null;
          },
        },
        props: {
          handleTextInput: (view, from, _to, text) => {
            const block = blockAtCaret(view.state);
            const isEmpty = block && block.node.content.size === 0 && view.state.selection.$from.depth === 1;
            if (text !== "/" || !isEmpty) return false;
            view.dispatch(view.state.tr.setMeta(key, from));
            return true;
          },
          decorations: (state) => {
            const at = key.getState(state);
            if (!anchor || at === null || at === undefined) return null;
            const options = { key: "insert-menu", side: 1, stopEvent: () => true, ignoreSelection: true };
            return DecorationSet.create(state.doc, [Decoration.widget(at, anchor, options)]);
          },
        },
      }),
    ];
  },
});

export function isInsertMenuOpen(state: EditorState): boolean {
  return typeof key.getState(state) === "number";
}

export function anchorOfInsertMenu(editor: Editor): HTMLElement | null {
  return (editor.storage as unknown as { insertMenu: Storage }).insertMenu.anchor;
}

/** Closes it and goes on in the text, with what was typed instead of choosing. */
export function closeInsertMenu({ view }: Editor, typed = ""): void {
  const tr = view.state.tr.setMeta(key, null);
  view.focus();
  view.dispatch(typed === "" ? tr : tr.insertText(typed));
}
