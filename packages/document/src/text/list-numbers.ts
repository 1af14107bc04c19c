import { type BlockShape, isList } from "../nodes/block-shape.ts";

/** Numbers the items of ordered lists, block after block. An item of the same or a lesser indent that is no
 *  number ends the list, and so does whatever is no list; `editor.css` counts by the same rule. */
export class ListNumbers {
  private counts: number[] = [];

  /** The number of this block, or null when it shows none. */
  next({ kind, indent }: BlockShape): number | null {
    if (kind !== "ordered") {
      this.counts.length = Math.min(this.counts.length, isList(kind) ? indent : 0);
      return null;
    }
    const number = (this.counts[indent] ?? 0) + 1;
    this.counts.length = indent;
    this.counts[indent] = number;
    return number;
  }

  /** After something that is no block, such as a table. */
  end(): void {
    this.counts = [];
  }
}
