import * as Y from "yjs";
import type { Pair } from "./align.ts";
import { buildElement, setAttribute } from "./build-element.ts";
import { readContent } from "./content.ts";
import { alignBlocks, alignIndicators, alignRows, type Part, pairColumns, partsOf } from "./part.ts";
import { restoreLines } from "./restore-lines.ts";

/** Changes a shared text so that it says again what another says, by as little as that takes: what is the same stays the
 *  same piece of Yjs, with its writer, with the comments that hold on to it, and with what others are typing in it at
 *  this moment. To be called in one transaction. */
export function restoreText(fragment: Y.XmlFragment, version: Y.XmlFragment): void {
  const [now, goal] = [partsOf(readContent(fragment)), partsOf(readContent(version))];
  restoreChildren(fragment, { now, goal, pairs: alignBlocks(now, goal) }, restoreBlock);
}

interface Children {
  readonly now: readonly Part[];
  readonly goal: readonly Part[];
  readonly pairs: readonly Pair[];
}

function restoreChildren(
  parent: Y.XmlFragment,
  { now, goal, pairs }: Children,
  restore: (now: Part, goal: Part) => void,
): void {
  let last: Y.XmlElement | null = null;
  for (const [from, to] of pairs) {
    const [one, other] = [from === null ? undefined : now[from], to === null ? undefined : goal[to]];
    if (one && other && isOneNode(one, other)) {
      if (one.key !== other.key) restore(one, other);
      last = one.node.element;
      continue;
    }
    if (one) parent.delete(placeOf(parent, one.node.element), 1);
    if (!other) continue;
    const built = buildElement(other.node);
    parent.insert(last ? placeOf(parent, last) + 1 : 0, [built]);
    last = built;
  }
}

/** What a node is called cannot be changed. */
function isOneNode(now: Part, goal: Part): boolean {
  return now.node.type === goal.node.type || now.key === goal.key;
}

function restoreBlock(now: Part, goal: Part): void {
  if (now.isTable) return restoreTable(now, goal);
  if (now.isObjective) return restoreObjective(now, goal);
  restoreAttributes(now, goal);
  restoreLines(now.node, goal.node);
}

function restoreTable(now: Part, goal: Part): void {
  restoreAttributes(now, goal);
  const columns = pairColumns(now.parts, goal.parts);
  const rows = { now: now.parts, goal: goal.parts, pairs: alignRows(now.parts, goal.parts) };
  restoreChildren(now.node.element, rows, (row, goalRow) => {
    restoreChildren(row.node.element, { now: row.parts, goal: goalRow.parts, pairs: columns }, restoreBlock);
  });
}

function restoreObjective(now: Part, goal: Part): void {
  restoreAttributes(now, goal);
  const pairs = alignIndicators(now.parts, goal.parts);
  restoreChildren(now.node.element, { now: now.parts, goal: goal.parts, pairs }, restoreBlock);
}

function restoreAttributes(now: Part, goal: Part): void {
  const { element, attributes } = now.node;
  for (const [name, value] of Object.entries(goal.node.attributes)) {
    if (JSON.stringify(attributes[name]) !== JSON.stringify(value)) setAttribute(element, name, value);
  }
  for (const name of Object.keys(attributes)) {
    if (!(name in goal.node.attributes)) element.removeAttribute(name);
  }
}

function placeOf(parent: Y.XmlFragment, element: Y.XmlElement): number {
  return parent.toArray().indexOf(element);
}
