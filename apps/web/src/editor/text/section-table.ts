import { isChangeOrigin } from "@tiptap/extension-collaboration";
import type { Node } from "@tiptap/pm/model";
import { type Command, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { tableEditing } from "@tiptap/pm/tables";
import { blockType, isInCell } from "./block-commands.ts";

/** Selecting and editing cells. Two people who add a row and a column at once leave a ragged table; the stock
 *  plugin would mend it on every screen, each adding its own cells, and in the hands of readers too. Here it is
 *  mended with the next row, column or cell that somebody adds or removes there. */
export function sectionTableEditing(): Plugin {
  const stock = tableEditing();
  return new Plugin({
    ...stock.spec,
    appendTransaction(transactions, oldState, newState) {
      if (transactions.some(isChangeOrigin)) return null;
      const isRestructured =
        transactions.some(changesText) && countCells(oldState.doc) !== countCells(newState.doc);
      // Given no difference to look at, the stock plugin sees to the selection only.
      const before = isRestructured ? oldState : newState;
      return stock.spec.appendTransaction?.call(stock, transactions, before, newState);
    },
  });
}

function changesText(transaction: Transaction): boolean {
  return transaction.docChanged;
}

function countCells(doc: Node): number {
  let cells = 0;
  doc.forEach((node) => {
    if (node.type.spec.tableRole !== "table") return;
    node.forEach((row) => {
      cells += row.childCount;
    });
  });
  return cells;
}

/** A table with a row of headers after the block of the caret, or in its place when that is empty, and always
 *  with a block to go on writing in. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    if ($to.depth === 0 || isInCell(state)) return false;
    const { tableRow, tableHeader, tableCell, table } = state.schema.nodes;
    const row = (cell: typeof tableCell) =>
      tableRow!.create(
        null,
        Array.from({ length: columns }, () => cell!.create()),
      );
    const made = table!.create(null, [
      row(tableHeader),
      ...Array.from({ length: rows - 1 }, () => row(tableCell)),
    ]);
    if (dispatch) {
      const isEmpty = $to.depth === 1 && $to.parent.content.size === 0;
      const from = isEmpty ? $to.before(1) : $to.after(1);
      const after = $to.after(1);
      const goesOn = state.doc.resolve(after).nodeAfter?.isTextblock;
      const tr = state.tr.replaceWith(from, after, goesOn ? made : [made, blockType(state.schema).create()]);
      // Into the first cell: past the opening of table, row and cell.
      tr.setSelection(TextSelection.create(tr.doc, from + 3));
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}
