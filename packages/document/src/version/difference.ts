import type { BlockShape } from "../nodes/block-shape.ts";
import type { MarkJson } from "./canonical-text.ts";

export type Change = "UNCHANGED" | "INSERTED" | "REMOVED" | "CHANGED";

/** What two texts differ in, in the order in which it is read: what went stands before what came in its place. */
export interface Difference {
  readonly parts: readonly (BlockDifference | TableDifference)[];
  /** Words, without signs and spaces. */
  readonly added: number;
  readonly removed: number;
}

export interface BlockDifference {
  readonly type: "block";
  /** CHANGED is also a block that has become a heading, with the same words. */
  readonly change: Change;
  /** What kind of block it was and is; null where it is not. */
  readonly before: BlockShape | null;
  readonly after: BlockShape | null;
  readonly pieces: readonly Piece[];
}

export interface TableDifference {
  readonly type: "table";
  readonly change: Change;
  readonly rows: readonly RowDifference[];
}

export interface RowDifference {
  readonly change: Change;
  readonly cells: readonly CellDifference[];
}

export interface CellDifference {
  readonly change: Change;
  readonly isHeader: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly pieces: readonly Piece[];
}

/** Letters that one person wrote and one thing happened to. FORMATTED: the same words look otherwise. */
export interface Piece {
  readonly change: "KEPT" | "INSERTED" | "REMOVED" | "FORMATTED";
  readonly text: string;
  readonly marks: readonly MarkJson[];
  /** The Yjs client id under which it was written. */
  readonly client: number;
}
