import * as Y from "yjs";

/** What the server has acknowledged, to be kept beside the text. */
export function snapshotOf(doc: Y.Doc): Uint8Array {
  return Y.encodeSnapshot(Y.snapshot(doc));
}

/** Up to where each client's text was acknowledged. */
export function clocksOf(acknowledged: Uint8Array | null): Map<number, number> {
  return acknowledged ? Y.decodeSnapshot(acknowledged).sv : new Map();
}

/** Whether the text holds something, written or deleted, that the server has not acknowledged. It compares what is
 *  there, so a page that was closed before it could note anything is judged rightly. */
export function holdsMore(doc: Y.Doc, acknowledged: Uint8Array | null): boolean {
  const here = Y.snapshot(doc);
  if (!acknowledged) return here.sv.size > 0;
  const there = Y.decodeSnapshot(acknowledged);
  for (const [client, clock] of here.sv) if (clock > (there.sv.get(client) ?? 0)) return true;
  for (const [client, ranges] of here.ds.clients) {
    const known = there.ds.clients.get(client) ?? [];
    const isKnown = ({ clock, len }: { clock: number; len: number }) =>
      known.some((other) => other.clock <= clock && other.clock + other.len >= clock + len);
    if (!ranges.every(isKnown)) return true;
  }
  return false;
}
