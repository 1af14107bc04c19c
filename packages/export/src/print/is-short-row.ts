import type { Cell } from "./print-block.ts";

/** A row stays on one page; one that is taller than a page must break. */
export function isShortRow(cells: readonly Cell[]): boolean {
  return cells.every(
    ({ runs }) => runs.reduce((sum, run) => sum + (run.type === "text" ? run.text.length : 40), 0) < 400,
  );
}
