import {
  type InlineNodeName,
  inlineNodeNames,
  ListNumbers,
  type NodeJson,
  nodeSuggestions,
  plainShape,
  shapeOf,
  type TextJson,
  type TopNodeName,
  topNodeNames,
} from "@upiao/document";
import { blockOf } from "./block-of.ts";
import { type FlatItem, nestItems } from "./nest-items.ts";
import { objectiveBlock } from "./objective-block.ts";
import type { PrintBlock, Run } from "./print-block.ts";
import { joinRuns, runsOf } from "./runs.ts";
import { tableOf } from "./table-grid.ts";

/** A section nests four deep; a hostile document could nest until the stack ends. */
const deepest = 50;

/** The adopted text of a section: what is proposed to be inserted is left out, what is proposed to go is there. Levels of
 *  headings count from 1. */
export function blocksOfText(text: TextJson, firstYear?: number): PrintBlock[] {
  const reading: Reading = { numbers: new ListNumbers(), level: 0, firstYear };
  return nestItems((text.content ?? []).flatMap((node) => printTop(node, reading, 0)));
}

interface Reading {
  readonly numbers: ListNumbers;
  /** Of the heading that stands above. */
  level: number;
  /** Of the triennium that the text is of. */
  readonly firstYear: number | undefined;
}

type Printed = (PrintBlock | FlatItem)[];

const printers: Record<TopNodeName, (node: NodeJson, reading: Reading) => Printed> = {
  block(node, reading) {
    const shape = shapeOf(node.attrs ?? {});
    if (shape.kind === "heading") reading.level = shape.level;
    return [blockOf(shape, reading.numbers.next(shape), inlineRuns(node))];
  },
  paragraph(node, reading) {
    reading.numbers.end();
    return [blockOf(plainShape, null, inlineRuns(node))];
  },
  table({ content = [] }, reading) {
    reading.numbers.end();
    const rows = content.filter((row) => !isOnlyProposed(row));
    const table = tableOf(
      rows.map(({ content = [] }) =>
        content.map((cell) => ({
          isHeader: cell.type === "tableHeader",
          colspan: cell.attrs?.colspan,
          rowspan: cell.attrs?.rowspan,
          runs: inlineRuns(cell),
        })),
      ),
    );
    return table ? [table] : [];
  },
  objective(node, reading) {
    reading.numbers.end();
    return [objectiveBlock(node, reading.level + 1, inlineRuns, reading.firstYear)];
  },
};

function printTop(node: NodeJson, reading: Reading, depth: number): Printed {
  if (depth > deepest || isOnlyProposed(node)) return [];
  const known = topNodeNames.find((name) => name === node.type);
  if (known) return printers[known](node, reading);
  // Of a release that this one does not know, or of another program: its words are printed.
  const inside = node.content ?? [];
  if (node.text !== undefined || inside.every(isInline)) {
    const paragraph = { type: "paragraph", content: [node] };
    return inlineRuns(paragraph).length > 0 ? printers.paragraph(paragraph, reading) : [];
  }
  return inside.flatMap((child) => printTop(child, reading, depth + 1));
}

const inlinePrinters: Record<InlineNodeName, (node: NodeJson) => Run[]> = {
  text: ({ text = "", marks }) => runsOf(text, marks),
  hardBreak: ({ marks }) => runsOf("\n", marks),
};

function isInline({ type }: NodeJson): boolean {
  return inlineNodeNames.some((name) => name === type);
}

function inlineRuns(node: NodeJson): Run[] {
  return joinRuns(runsIn(node, 0));
}

function runsIn({ content = [] }: NodeJson, depth: number): Run[] {
  return content.flatMap((child, index) => {
    const known = inlineNodeNames.find((name) => name === child.type);
    if (known) return inlinePrinters[known](child);
    if (depth > deepest) return [];
    return [...(index > 0 ? runsOf("\n") : []), ...runsIn(child, depth + 1)];
  });
}

/** A place that is proposed, and holds no adopted word. */
function isOnlyProposed(node: NodeJson): boolean {
  return (
    nodeSuggestions(node.attrs ?? {}).inserted !== null &&
    runsIn(node, 0).every(({ type }) => type === "break")
  );
}
