import { decodeUpdates, type LoggedUpdate } from "./updates-of-batch.ts";

/** What came after a place in the log: the snapshot when the log was folded past that place, then the rest. */
export interface LogReading {
  /** Place of the last commit; 0 for a section in which nobody has written. */
  readonly seq: number;
  readonly snapshot: Uint8Array | null;
  readonly batches: readonly Batch[];
}

/** What one commit has added, at its place. */
export interface Batch {
  readonly seq: number;
  readonly updates: readonly LoggedUpdate[];
}

export interface LogRow {
  readonly kind: "snapshot" | "batch";
  readonly seq: number;
  readonly bytes: Buffer;
}

/** Rows of one log after `seq`, in their order. Throws when one is missing: a text with a hole is not shown. */
export function readingOf(log: number, seq: number, rows: readonly LogRow[]): LogReading {
  const snapshot = rows.find((row) => row.kind === "snapshot");
  const start = snapshot?.seq ?? seq;
  const batches = rows
    .filter((row) => row.kind === "batch" && row.seq > start)
    .map((row) => ({ seq: row.seq, updates: decodeUpdates(row.bytes) }));
  if (batches.some((batch, index) => batch.seq !== start + index + 1))
    throw new Error(`log ${log} has a hole after ${start}`);
  return { seq: start + batches.length, snapshot: snapshot?.bytes ?? null, batches };
}
