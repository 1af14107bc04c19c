import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** Which pieces of a text are deleted: for each client, ranges of its clocks. Yjs does not export its name. */
export type Deletions = ReturnType<typeof Y.createDeleteSet>;
type Ranges = NonNullable<ReturnType<Deletions["clients"]["get"]>>;

/** What is in the first and not in the second. Both sorted and without overlaps, as Yjs leaves them. */
export function subtract(deletions: Deletions, others: Deletions): Deletions {
  const left = Y.createDeleteSet();
  for (const [client, ranges] of deletions.clients) {
    const rest = subtractRanges(ranges, others.clients.get(client) ?? []);
    if (rest.length > 0) left.clients.set(client, rest);
  }
  return left;
}

function subtractRanges(ranges: Ranges, others: Ranges): Ranges {
  const left: Ranges = [];
  let next = 0;
  for (const { clock, len } of ranges) {
    const end = clock + len;
    let from = clock;
    while (next < others.length && others[next]!.clock + others[next]!.len <= from) next++;
    for (let index = next; index < others.length && others[index]!.clock < end; index++) {
      const other = others[index]!;
      if (other.clock > from) left.push({ clock: from, len: other.clock - from });
      from = Math.max(from, other.clock + other.len);
    }
    if (from < end) left.push({ clock: from, len: end - from });
  }
  return left;
}

/** An update that Yjs wrote, without naming these deletions. Yjs itself can only name everything that is gone. */
export function withoutDeletions(update: Uint8Array, deletions: Deletions): Uint8Array {
  if (deletions.clients.size === 0) return update;
  const { ds } = Y.decodeUpdate(update);
  // They come last.
  const rest = update.subarray(0, update.length - encodeDeletions(ds).length);
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, rest);
    encoding.writeUint8Array(encoder, encodeDeletions(subtract(ds, deletions)));
  });
}

function encodeDeletions({ clients }: Deletions): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients.size);
    for (const [client, ranges] of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const { clock, len } of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, len);
      }
    }
  });
}
