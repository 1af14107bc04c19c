import { Extension } from "@tiptap/core";
import { type Command, Plugin } from "@tiptap/pm/state";
import { addRowAfter, goToNextCell } from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";
import { isList, shapeOf } from "@upiao/document";
import { backOut, indentBy, isInCell, selectedBlocks, splitBlock, toggleKind } from "./block-commands.ts";
import { readSelection } from "./read-selection.ts";

interface Options {
  readonly onLink: () => void;
}

/** The keys of the text. Tab moves list items and goes from cell to cell; after Esc it leaves the text, so that
 *  nobody who has only a keyboard is caught in it (WCAG 2.1.2). */
export const SectionKeys = Extension.create<Options, { isLeaving: boolean }>({
  name: "sectionKeys",
  // Before the keys that Tiptap and its tables bring.
  priority: 1_000,

  addOptions: () => ({ onLink: () => {} }),
  addStorage: () => ({ isLeaving: false }),

  addKeyboardShortcuts() {
    const run = (command: Command) => () =>
      command(this.editor.state, this.editor.view.dispatch, this.editor.view);
    const unlessLeaving = (command: Command) => () => !this.storage.isLeaving && run(command)();
    return {
      Enter: run(either(breakLineInCell, splitBlock)),
      Backspace: run(backOut),
      Tab: unlessLeaving(either(nextCell, indentInList(1))),
      "Shift-Tab": unlessLeaving(either(goToNextCell(-1), indentInList(-1))),
      Escape: () => {
        this.storage.isLeaving = true;
        return false;
      },
      "Mod-Alt-0": run(toggleKind("paragraph")),
      "Mod-Alt-1": run(toggleKind("heading", 1)),
      "Mod-Alt-2": run(toggleKind("heading", 2)),
      "Mod-Alt-3": run(toggleKind("heading", 3)),
      "Mod-Shift-7": run(toggleKind("ordered")),
      "Mod-Shift-8": run(toggleKind("bullet")),
      "Mod-Shift-9": run(toggleKind("quote")),
      "Mod-k": () => {
        this.options.onLink();
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    const { storage } = this;
    const stay = () => {
      storage.isLeaving = false;
      return false;
    };
    return [
      new Plugin({
        props: {
          handleKeyDown: (_view, { key }) => !["Escape", "Tab", "Shift"].includes(key) && stay(),
          handleDOMEvents: { blur: stay, mousedown: stay, keydown: lookBeforeKey },
        },
      }),
    ];
  },
});

function lookBeforeKey(view: EditorView, { isComposing, keyCode }: KeyboardEvent): false {
  if (!isComposing && keyCode !== composingKeyCode) readSelection(view);
  return false;
}

/** What browsers give for every key while an input method is at work. */
const composingKeyCode = 229;

/** Enter in a cell is a new line of it: a cell is one block of text. */
const breakLineInCell: Command = (state, dispatch) => {
  if (!isInCell(state)) return false;
  dispatch?.(state.tr.replaceSelectionWith(state.schema.nodes.hardBreak!.create(), true).scrollIntoView());
  return true;
};

/** From the last cell, into a new row. */
const nextCell: Command = (state, dispatch, view) => {
  if (!isInCell(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  if (!addRowAfter(state, dispatch)) return false;
  return view ? goToNextCell(1)(view.state, dispatch) : true;
};

/** An item that can go no further stays, rather than let Tab leave the text. */
const indentInList =
  (step: 1 | -1): Command =>
  (state, dispatch) => {
    const isInList = selectedBlocks(state).some(({ node }) => isList(shapeOf(node.attrs).kind));
    return isInList && (indentBy(step)(state, dispatch) || true);
  };

function either(...commands: readonly Command[]): Command {
  return (state, dispatch, view) => commands.some((command) => command(state, dispatch, view));
}
