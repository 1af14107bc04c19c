import type { Node, NodeType, Schema } from "@tiptap/pm/model";
import { type Command, type EditorState, Selection, TextSelection } from "@tiptap/pm/state";
import { type BlockKind, type BlockShape, deepestIndent, isList, plainShape, shapeOf } from "@upiao/document";

interface Place {
  readonly node: Node;
  readonly at: number;
}

/** The blocks that the selection touches. Cells of tables are none: they have no kind. */
export function selectedBlocks({ doc, selection }: EditorState): Place[] {
  const found: Place[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, at) => {
    if (node.isTextblock && isBlock(node)) found.push({ node, at });
    return !node.isTextblock;
  });
  return found;
}

/** The block with the caret in it, when nothing is selected. */
export function blockAtCaret({ selection }: EditorState): (Place & { offset: number }) | null {
  if (!(selection instanceof TextSelection) || !selection.$cursor) return null;
  const { $cursor } = selection;
  const node = $cursor.parent;
  return isBlock(node) ? { node, at: $cursor.before(), offset: $cursor.parentOffset } : null;
}

export function isInCell({ selection }: EditorState): boolean {
  const role: unknown = selection.$head.parent.type.spec.tableRole;
  return role === "cell" || role === "header_cell";
}

/** Makes the selected blocks this kind, or plain paragraphs again when they all are already. */
export function toggleKind(kind: BlockKind, level = plainShape.level): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state);
    if (blocks.length === 0) return false;
    const isAlready = blocks.every(({ node }) => {
      const shape = shapeOf(node.attrs);
      return shape.kind === kind && (kind !== "heading" || shape.level === level);
    });
    const wanted = isAlready ? plainShape.kind : kind;
    return shapeBlocks(blocks, (shape) => ({
      kind: wanted,
      level: wanted === "heading" ? level : shape.level,
      indent: isList(wanted) ? shape.indent : 0,
    }))(state, dispatch);
  };
}

/** Moves the selected list items one step in (1) or out (-1). An item that is at the margin stops being one. */
export function indentBy(step: 1 | -1): Command {
  return (state, dispatch) => {
    const items = selectedBlocks(state).filter(({ node }) => isList(shapeOf(node.attrs).kind));
    const moving = items.filter(({ node }) => step < 0 || shapeOf(node.attrs).indent < deepestIndent);
    if (moving.length === 0) return false;
    return shapeBlocks(moving, (shape) =>
      shape.indent + step < 0 ? plainShape : { ...shape, indent: shape.indent + step },
    )(state, dispatch);
  };
}

/** Enter. A list and a quote go on until an empty block, a heading ends with its line. */
export const splitBlock: Command = (state, dispatch) => {
  const { selection, schema } = state;
  if (!(selection instanceof TextSelection) || !isBlock(selection.$from.parent)) return false;
  if (!selection.$from.sameParent(selection.$to)) return false;
  const { $from, $to } = selection;
  const shape = shapeOf($from.parent.attrs);
  const isEmpty = $from.parent.content.size === 0;
  if (isEmpty && shape.kind !== "paragraph") return endKind(state, dispatch);
  const endsHeading = shape.kind === "heading" && $to.parentOffset === $to.parent.content.size;
  if (dispatch) {
    const tr = state.tr.deleteSelection();
    const next = endsHeading ? plainShape : shape;
    // Marks go on in the next block, as they do on the same line.
    const marks = state.storedMarks ?? (selection.empty ? $from.marks() : null);
    tr.split(tr.selection.from, 1, [{ type: blockType(schema), attrs: { ...next } }]);
    if (marks && !endsHeading) tr.ensureMarks(marks);
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** Backspace before the first letter: a list item moves out, any other kind becomes a paragraph. */
export const backOut: Command = (state, dispatch) => {
  const block = blockAtCaret(state);
  if (!block || block.offset > 0) return false;
  return shapeOf(block.node.attrs).kind !== "paragraph" && endKind(state, dispatch);
};

const endKind: Command = (state, dispatch) =>
  shapeBlocks(selectedBlocks(state).slice(0, 1), (shape) =>
    shape.indent > 0 ? { ...shape, indent: shape.indent - 1 } : plainShape,
  )(state, dispatch);

function shapeBlocks(blocks: readonly Place[], change: (shape: BlockShape) => BlockShape): Command {
  return (state, dispatch) => {
    if (blocks.length === 0) return false;
    if (dispatch) {
      const tr = state.tr;
      for (const { node, at } of blocks) {
        // What is proposed of it stays beside.
        tr.setNodeMarkup(at, blockType(state.schema), { ...node.attrs, ...change(shapeOf(node.attrs)) });
      }
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** Puts words in where the caret is, with a space before and after where there is none. */
export function insertWords(words: string): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    const place = $from.parent.inlineContent ? state.selection : Selection.atEnd(state.doc);
    if (!place.$from.parent.inlineContent) return false;
    if (dispatch) {
      const before = place.$from.parent.textBetween(0, place.$from.parentOffset, " ", " ");
      const after = $to.sameParent(place.$to)
        ? $to.parent.textBetween($to.parentOffset, $to.parent.content.size, " ", " ")
        : "";
      const text = words.trim().replaceAll(/\s*\n\s*/g, " ");
      const space = (isNeeded: boolean) => (isNeeded ? " " : "");
      const inserted = space(/\S$/.test(before)) + text + space(/^[\p{L}\p{N}]/u.test(after));
      dispatch(state.tr.insertText(inserted, place.$to.pos).scrollIntoView());
    }
    return true;
  };
}

export function blockType(schema: Schema): NodeType {
  return schema.nodes.block!;
}

function isBlock(node: Node): boolean {
  return node.type.name === "block" || node.type.name === "paragraph";
}
