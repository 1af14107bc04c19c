import type { Run } from "./print-block.ts";

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Whether a block is read from the right, as its first letter says. */
export function isRightToLeft(runs: readonly Run[]): boolean {
  for (const run of runs) {
    const [first] = (run.type === "text" && /\p{L}/u.exec(run.text)) || [];
    if (first) return hasRightToLeft(first);
  }
  return false;
}
