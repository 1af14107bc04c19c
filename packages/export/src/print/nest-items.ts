import type { BlockShape } from "@upiao/document";
import type { List, PrintBlock, Run } from "./print-block.ts";

/** An item of a list as it stands in the text, a block among blocks. */
export interface FlatItem {
  readonly type: "item";
  readonly indent: BlockShape["indent"];
  /** As `ListNumbers` counts it; null for a bullet. */
  readonly number: number | null;
  readonly runs: readonly Run[];
}

interface OpenList {
  readonly list: { type: "list"; start: number | null; items: OpenItem[] };
  readonly indent: number;
}

interface OpenItem {
  runs: readonly Run[];
  lists: List[];
}

/** Items that follow each other as lists within lists. An item that is indented under nothing stands where it can. */
export function nestItems(blocks: readonly (PrintBlock | FlatItem)[]): PrintBlock[] {
  const nested: PrintBlock[] = [];
  let open: OpenList[] = [];
  for (const block of blocks) {
    if (block.type !== "item") {
      open = [];
      nested.push(block);
      continue;
    }
    open = open.filter(({ indent }, depth) => indent <= block.indent || depth === 0);
    const last = open.at(-1);
    const isDeeper = last !== undefined && block.indent > last.indent;
    if (isDeeper || !last || !goesOn(last.list, block.number)) {
      if (last && !isDeeper) open.pop();
      const list = { type: "list" as const, start: block.number, items: [] };
      (open.at(-1)?.list.items.at(-1)?.lists ?? nested).push(list);
      open.push({ list, indent: block.indent });
    }
    open.at(-1)!.list.items.push({ runs: block.runs, lists: [] });
  }
  return nested;
}

function goesOn({ start, items }: OpenList["list"], number: number | null): boolean {
  return start === null ? number === null : number === start + items.length;
}
