import type { Editor } from "@tiptap/core";
import type { Node, Schema } from "@tiptap/pm/model";
import { type Command, type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { blockType, isInCell } from "../text/block-commands.ts";

function newIndicator(schema: Schema): Node {
  return schema.nodes.indicator!.create({ key: crypto.randomUUID(), unit: "NUMBER", direction: "UP" });
}

/** An objective with one indicator. */
export const insertObjective: Command = (state, dispatch) => {
  const { objective, objectiveTitle } = state.schema.nodes;
  const content = [objectiveTitle!.create(), newIndicator(state.schema)];
  return placeObjective(state, objective!.create({ key: crypto.randomUUID() }, content), dispatch);
};

/** An objective after the block of the caret, or in its place when that is empty, and always with a block to go on writing in. */
export function placeObjective(
  state: EditorState,
  made: Node,
  dispatch: ((tr: Transaction) => void) | undefined,
): boolean {
  const { $to } = state.selection;
  if ($to.depth === 0 || isInCell(state)) return false;
  const { schema } = state;
  if (dispatch) {
    const isEmpty = $to.depth === 1 && $to.parent.content.size === 0;
    const after = $to.after(1);
    const from = isEmpty ? $to.before(1) : after;
    const goesOn = state.doc.resolve(after).nodeAfter?.isTextblock;
    const tr = state.tr.replaceWith(from, after, goesOn ? made : [made, blockType(schema).create()]);
    // Into its title: past the opening of both.
    dispatch(caretAt(tr, from + 2).scrollIntoView());
  }
  return true;
}

/** One more indicator at this place of an objective, and the caret in its name. */
export function insertIndicator({ schema, tr }: EditorState, at: number): Transaction {
  return caretAt(tr.insert(at, newIndicator(schema)), at + 1).scrollIntoView();
}

/** Takes an objective or an indicator away, as a deed of its own: to undo it gives back no more and no less. */
export function removeNode(editor: Editor, at: number | undefined): void {
  if (at === undefined) return;
  yUndoPluginKey.getState(editor.state)?.undoManager?.stopCapturing();
  editor.view.dispatch(removeAt(editor.state, at));
  editor.view.focus();
}

/** A text always has a block. */
export function removeAt({ schema, doc, tr }: EditorState, at: number): Transaction {
  const node = doc.nodeAt(at);
  if (!node) return tr;
  const isOnly = doc.childCount === 1 && doc.firstChild === node;
  const without = isOnly
    ? tr.replaceWith(at, at + node.nodeSize, blockType(schema).create())
    : tr.delete(at, at + node.nodeSize);
  return without.setSelection(
    TextSelection.near(without.doc.resolve(Math.min(at, without.doc.content.size)), -1),
  );
}

function caretAt(tr: Transaction, at: number): Transaction {
  return tr.setSelection(TextSelection.create(tr.doc, at));
}
