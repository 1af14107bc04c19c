import type { SheetCellToSend } from "./cells-of-table.ts";
import { mostBytesSent, mostCellsSent } from "./limits.ts";

/** The cells in parts that each fit into one request. */
export function partsOf(cells: readonly SheetCellToSend[]): SheetCellToSend[][] {
  const encoder = new TextEncoder();
  const parts: SheetCellToSend[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    const size = encoder.encode(JSON.stringify(cell)).length;
    if (bytes + size > mostBytesSent || (parts.at(-1)?.length ?? mostCellsSent) >= mostCellsSent) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)!.push(cell);
    bytes += size;
  }
  return parts;
}
