import type { BlockShape } from "@upiao/document";
import type { FlatItem } from "./nest-items.ts";
import type { PrintBlock, Run } from "./print-block.ts";

/** A block of the text as it is printed. */
export function blockOf(
  { kind, level, indent }: BlockShape,
  number: number | null,
  runs: readonly Run[],
): PrintBlock | FlatItem {
  switch (kind) {
    case "heading":
      return { type: "heading", level, number: null, anchor: null, beginsPage: false, runs };
    case "quote":
      return { type: "quote", runs };
    case "bullet":
    case "ordered":
      return { type: "item", indent, number, runs };
    case "paragraph":
      return { type: "paragraph", runs };
  }
}
