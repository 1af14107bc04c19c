import { Extension } from "@tiptap/core";
import { isChangeOrigin } from "@tiptap/extension-collaboration";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type Command, type EditorState, Plugin, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { fieldText, indicatorFields, reviveFields } from "@upiao/document";
import i18n from "i18next";
import { blockType } from "../text/block-commands.ts";
import { insertIndicator, removeAt } from "./insert-objective.ts";
import { withOwnKeys } from "./own-keys.ts";

/** The keys of an objective, and what keeps it whole: nothing is joined to it, nor it to anything. */
export const ObjectiveEditing = Extension.create({
  name: "objectiveEditing",
  // After the keys of the text, before those that Tiptap brings.
  priority: 900,

  addKeyboardShortcuts() {
    const run = (command: Command) => () =>
      command(this.editor.state, this.editor.view.dispatch, this.editor.view);
    return {
      Enter: run(nextIndicator),
      Backspace: run(goBack),
      Delete: run(goForward),
      Tab: run(toFields),
      "Shift-Tab": run(toLineBefore),
    };
  },

  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, before, state) =>
        transactions.some((tr) => tr.docChanged && !isChangeOrigin(tr))
          ? withOwnKeys(transactions, before, state)
          : null,
      props: { decorations: ({ doc }) => DecorationSet.create(doc, placeholders(doc)) },
      view: ({ state }) => {
        const undoManager = yUndoPluginKey.getState(state)?.undoManager;
        return { destroy: undoManager ? reviveFields(undoManager) : () => {} };
      },
    }),
  ],
});

/** Where the caret stands, when it is in an objective's title or in an indicator's name. */
function lineAt({ selection }: EditorState): { readonly $cursor: ResolvedPos; readonly line: Node } | null {
  if (!(selection instanceof TextSelection)) return null;
  const { $head } = selection;
  return isLine($head.parent) ? { $cursor: $head, line: $head.parent } : null;
}

const isLine = ({ type }: Node) => type.name === "objectiveTitle" || type.name === "indicator";

const nextIndicator: Command = (state, dispatch) => {
  const found = lineAt(state);
  if (!found) return false;
  const { $cursor, line } = found;
  const [after, end] = [$cursor.after(), $cursor.after(1)];
  const isLast = after === end - 1;
  if (line.type.name === "indicator" && line.content.size === 0 && isLast) {
    const goesOn = state.doc.resolve(end).nodeAfter?.isTextblock;
    const tr = goesOn ? state.tr : state.tr.insert(end, blockType(state.schema).create());
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
    return true;
  }
  const next = state.doc.resolve(after).nodeAfter;
  const isNextEmpty = next?.type.name === "indicator" && next.content.size === 0;
  dispatch?.(
    isNextEmpty
      ? state.tr.setSelection(TextSelection.create(state.doc, after + 1)).scrollIntoView()
      : insertIndicator(state, after),
  );
  return true;
};

const goBack: Command = (state, dispatch) => {
  const { selection } = state;
  const { $from } = selection;
  if (!selection.empty || $from.parentOffset > 0 || !$from.parent.isTextblock) return false;
  if (isLine($from.parent)) {
    const isBlank = isBlankLine($from.parent);
    if (isBlank && $from.parent.type.name === "indicator") dispatch?.(removeAt(state, $from.before()));
    else if (isBlank && $from.node(1).children.every(isBlankLine))
      dispatch?.(removeAt(state, $from.before(1)));
    return true;
  }
  const before = $from.depth === 1 ? state.doc.resolve($from.before()).nodeBefore : null;
  if (before?.type.name !== "objective") return false;
  dispatch?.(
    state.tr.setSelection(TextSelection.near(state.doc.resolve($from.before() - 1), -1)).scrollIntoView(),
  );
  return true;
};

const goForward: Command = (state, dispatch) => {
  const { selection } = state;
  const { $from } = selection;
  const isAtEnd = $from.parent.isTextblock && $from.parentOffset === $from.parent.content.size;
  if (!selection.empty || !isAtEnd) return false;
  if (isLine($from.parent)) return true;
  const after = $from.depth === 1 ? state.doc.resolve($from.after()).nodeAfter : null;
  if (after?.type.name !== "objective") return false;
  dispatch?.(
    state.tr.setSelection(TextSelection.near(state.doc.resolve($from.after() + 1), 1)).scrollIntoView(),
  );
  return true;
};

/** From a name to what stands beside it, from the title to the first name. */
const toFields: Command = (state, dispatch, view) => {
  const found = lineAt(state);
  if (!found) return false;
  const { $cursor, line } = found;
  const after = state.doc.resolve($cursor.after()).nodeAfter;
  if (line.type.name === "objectiveTitle" && after && isLine(after)) {
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $cursor.after() + 1)).scrollIntoView());
    return true;
  }
  const at = line.type.name === "indicator" ? $cursor.before() : $cursor.before(1);
  const shown = view?.nodeDOM(at);
  const field =
    shown instanceof HTMLElement ? shown.querySelector<HTMLElement>("input, select, button") : null;
  field?.focus();
  return field !== null;
};

const toLineBefore: Command = (state, dispatch) => {
  const found = lineAt(state);
  if (!found || found.line.type.name === "objectiveTitle") return false;
  const { $cursor } = found;
  dispatch?.(
    state.tr.setSelection(TextSelection.near(state.doc.resolve($cursor.before()), -1)).scrollIntoView(),
  );
  return true;
};

const chosenFields = new Set(["unit", "direction"]);

function isBlankLine(line: Node): boolean {
  const isFilled = indicatorFields.some(
    (field) => !chosenFields.has(field) && fieldText(line.attrs, field) !== "",
  );
  return line.content.size === 0 && !isFilled;
}

function placeholders(doc: Node): Decoration[] {
  const found: Decoration[] = [];
  doc.forEach((objective, offset) => {
    if (objective.type.name !== "objective") return;
    objective.forEach((line, inside) => {
      if (line.content.size > 0) return;
      const at = offset + 1 + inside;
      const words = i18n.t(
        line.type.name === "indicator" ? "objective.indicatorPlaceholder" : "objective.titlePlaceholder",
      );
      found.push(Decoration.node(at, at + line.nodeSize, { "data-placeholder": words }));
    });
  });
  return found;
}
