import type { List, PrintBlock, Run, Table } from "./print-block.ts";

/** Where each part of a plan stands in what is printed, by the codes with which references name it. */
export type PlacedParts = ReadonlyMap<string, PlacedPart>;

export interface PlacedPart {
  /** «2.2» */
  readonly number: string;
  readonly anchor: string;
}

/** References to parts of the plan as links to their headings, with the number that the part has here behind the writer's words;
 *  to a part that is not here, as the words alone. */
export function resolveReferences(blocks: readonly PrintBlock[], parts: PlacedParts): PrintBlock[] {
  return blocks.map((block) => mapRuns(block, (runs) => resolve(runs, parts)));
}

function resolve(runs: readonly Run[], parts: PlacedParts): readonly Run[] {
  return runs.map((run, index): Run => {
    const code = codeOf(run);
    const part = code === null ? undefined : parts.get(code);
    if (run.type === "break" || !part) return run;
    // Words of one link may look different; and a break in it is no end.
    const next = runs.slice(index + 1).find(({ type }) => type === "text");
    const isLast = !next || codeOf(next) !== code;
    const text = isLast ? run.text.replace(/\s*$/, (space) => ` (${part.number})${space}`) : run.text;
    return { ...run, text, link: `#${part.anchor}` };
  });
}

function codeOf(run: Run): string | null {
  return run.type === "text" ? run.part : null;
}

type Change = (runs: readonly Run[]) => readonly Run[];

/** A block with other runs, wherever it has some. */
export function mapRuns(block: PrintBlock, change: Change): PrintBlock {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "quote":
      return { ...block, runs: change(block.runs) };
    case "list":
      return mapList(block, change);
    case "table":
      return mapTable(block, change);
    case "objective": {
      const indicators = block.indicators && mapTable(block.indicators, change);
      return { ...block, title: change(block.title), indicators };
    }
  }
}

function mapList(list: List, change: Change): List {
  const items = list.items.map(({ runs, lists }) => ({
    runs: change(runs),
    lists: lists.map((inner) => mapList(inner, change)),
  }));
  return { ...list, items };
}

function mapTable(table: Table, change: Change): Table {
  const rows = table.rows.map((cells) => cells.map((cell) => ({ ...cell, runs: change(cell.runs) })));
  return { ...table, rows };
}
