import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { blockKinds } from "../../nodes/block-shape.ts";
import { indicatorNode, objectiveNode } from "../../objective/testing/objective-nodes.ts";
import { schema } from "../../schema.ts";

/** One change as a person makes it; the numbers choose the place. What does not apply there does nothing. */
export type Edit = (tr: Transaction, place: number, other: number) => unknown;

export const edits = {
  split: (tr, place, other) => {
    const at = textPosition(tr.doc, place, other);
    return at !== null && tr.doc.resolve(at).depth === 1 && tr.split(at);
  },
  join: (tr, place) => {
    const block = pick(blocks(tr.doc), place);
    const $at = block && tr.doc.resolve(block.at);
    return $at?.nodeBefore?.isTextblock && tr.join(block!.at);
  },
  shape: (tr, place, other) => {
    const block = pick(blocks(tr.doc), place);
    const kind = blockKinds[other % blockKinds.length];
    return (
      block && tr.setNodeMarkup(block.at, undefined, { kind, level: (other % 4) + 1, indent: other % 3 })
    );
  },
  bold: (tr, place, other) => {
    const block = pick(textblocks(tr.doc), place);
    const from = block ? block.at + 1 + (other % (block.node.content.size + 1)) : 0;
    return block && tr.addMark(from, block.at + 1 + block.node.content.size, schema.marks.bold!.create());
  },
  deleteText: (tr, place, other) => {
    const from = textPosition(tr.doc, place, other);
    return from !== null && tr.delete(from, Math.min(tr.doc.resolve(from).end(), from + 1 + (other % 7)));
  },
  deleteAcross: (tr, place, other) => {
    const all = blocks(tr.doc);
    const first = pick(all, place);
    const second = first && all[all.indexOf(first) + 1];
    if (!first || !second || first.at + first.node.nodeSize !== second.at) return;
    const from = first.at + 1 + (other % (first.node.content.size + 1));
    tr.delete(from, second.at + 1 + (other % (second.node.content.size + 1)));
  },
  deleteBlock: (tr, place) => {
    const block = pick(blocks(tr.doc), place);
    return block && tr.doc.childCount > 1 && tr.delete(block.at, block.at + block.node.nodeSize);
  },
  moveBlock: (tr, place, other) => {
    const block = pick(blocks(tr.doc), place);
    if (!block || tr.doc.childCount < 2) return;
    tr.delete(block.at, block.at + block.node.nodeSize);
    tr.insert(pick(starts(tr.doc), other)!, schema.nodeFromJSON(block.node.toJSON()));
  },
  insertTable: (tr, place) => {
    const cell = () => schema.nodes.tableCell!.create();
    const row = () => schema.nodes.tableRow!.create(null, [cell(), cell()]);
    return tr.insert(pick(starts(tr.doc), place)!, schema.nodes.table!.create(null, [row(), row()]));
  },
  addRow: (tr, place) => {
    const row = pick(nodesNamed(tr.doc, "tableRow"), place);
    const cells = row?.node.children.map(() => schema.nodes.tableCell!.create());
    return row && tr.insert(row.at + row.node.nodeSize, schema.nodes.tableRow!.create(null, cells));
  },
  deleteRow: (tr, place) => {
    const row = pick(nodesNamed(tr.doc, "tableRow"), place);
    return row && tr.delete(row.at, row.at + row.node.nodeSize);
  },
  insertObjective: (tr, place, other) =>
    tr.insert(pick(starts(tr.doc), place)!, objectiveNode(`o${place}-${other}`, "", 1)),
  addIndicator: (tr, place, other) => {
    const objective = pick(nodesNamed(tr.doc, "objective"), place);
    return (
      objective && tr.insert(objective.at + objective.node.nodeSize - 1, indicatorNode(`i${place}-${other}`))
    );
  },
  deleteObjective: (tr, place) => {
    const objective = pick(nodesNamed(tr.doc, "objective"), place);
    return (
      objective && tr.doc.childCount > 1 && tr.delete(objective.at, objective.at + objective.node.nodeSize)
    );
  },
  deleteIndicator: (tr, place) => {
    const indicator = pick(nodesNamed(tr.doc, "indicator"), place);
    return indicator && tr.delete(indicator.at, indicator.at + indicator.node.nodeSize);
  },
  fillField: (tr, place, other) => {
    const indicator = pick(nodesNamed(tr.doc, "indicator"), place);
    return indicator && tr.setNodeAttribute(indicator.at, "baseline", String(other));
  },
} satisfies Record<string, Edit>;

/** A word where no other is cut in two by it. */
export function typeWord(tr: Transaction, word: string, place: number, other: number): void {
  const block = pick(textblocks(tr.doc), place);
  if (!block) return;
  const text = block.node.textBetween(0, block.node.content.size, " ", " ");
  const gaps = [0, ...[...text.matchAll(/ /g)].map(({ index }) => index + 1), text.length];
  tr.insertText(` ${word} `, block.at + 1 + pick(gaps, other)!);
}

interface Place {
  readonly node: Node;
  readonly at: number;
}

function textblocks(doc: Node): Place[] {
  const found: Place[] = [];
  doc.descendants((node, at) => {
    if (node.isTextblock) found.push({ node, at });
  });
  return found;
}

function blocks(doc: Node): Place[] {
  return nodesNamed(doc, "block");
}

function nodesNamed(doc: Node, name: string): Place[] {
  const found: Place[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === name) found.push({ node, at });
  });
  return found;
}

function starts(doc: Node): number[] {
  const found: number[] = [];
  doc.forEach((_node, offset) => {
    found.push(offset);
  });
  return [...found, doc.content.size];
}

function textPosition(doc: Node, place: number, other: number): number | null {
  const block = pick(textblocks(doc), place);
  return block ? block.at + 1 + (other % (block.node.content.size + 1)) : null;
}

function pick<T>(all: readonly T[], index: number): T | undefined {
  return all.length === 0 ? undefined : all[index % all.length];
}
