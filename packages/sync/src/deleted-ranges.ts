import * as encoding from "lib0/encoding";

/** Clocks from the first up to, but not with, the second. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** More than these are joined all at once: each put in its place would move all that lie behind it. */
const mostOneByOne = 64;

/** Which pieces of the text are known to be deleted: sorted, disjoint ranges of clocks for each client. It
 *  tells a delete set that a reconnecting client repeats from one that says something new. */
export class DeletedRanges {
  /** From, to, from, to, …: a section has thousands, and an object for each would be most of what it weighs. */
  private readonly bounds = new Map<number, number[]>();
  private encoded: Uint8Array | null = null;

  covers(client: number, from: number, to: number): boolean {
    const bounds = this.bounds.get(client);
    if (!bounds) return false;
    const at = firstEndingAfter(bounds, from);
    return at < bounds.length && bounds[at]! <= from && bounds[at + 1]! >= to;
  }

  /** An update that says this and nothing else, in Yjs' first encoding. */
  encode(): Uint8Array {
    this.encoded ??= encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, this.bounds.size);
      for (const [client, bounds] of this.bounds) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, bounds.length / 2);
        for (let at = 0; at < bounds.length; at += 2) {
          encoding.writeVarUint(encoder, bounds[at]!);
          encoding.writeVarUint(encoder, bounds[at + 1]! - bounds[at]!);
        }
      }
    });
    return this.encoded;
  }

  /** In any order. */
  add(client: number, added: readonly Range[]): void {
    this.encoded = null;
    const bounds = this.bounds.get(client);
    if (!bounds || added.length > mostOneByOne) this.bounds.set(client, joined(bounds ?? [], added));
    else for (const range of added) addOne(bounds, range);
  }
}

function addOne(bounds: number[], { from, to }: Range): void {
  // Those that touch the new one are joined with it.
  const start = firstEndingAfter(bounds, from - 1);
  let end = start;
  let [first, last] = [from, to];
  for (; end < bounds.length && bounds[end]! <= to; end += 2) {
    first = Math.min(first, bounds[end]!);
    last = Math.max(last, bounds[end + 1]!);
  }
  bounds.splice(start, end - start, first, last);
}

function joined(bounds: readonly number[], added: readonly Range[]): number[] {
  const ranges = [...added];
  for (let at = 0; at < bounds.length; at += 2) ranges.push({ from: bounds[at]!, to: bounds[at + 1]! });
  ranges.sort((one, other) => one.from - other.from);
  const all: number[] = [];
  for (const { from, to } of ranges) {
    const last = all.length - 1;
    if (last > 0 && from <= all[last]!) all[last] = Math.max(all[last]!, to);
    else all.push(from, to);
  }
  return all;
}

/** Where the first range begins that ends after this clock. */
function firstEndingAfter(bounds: readonly number[], clock: number): number {
  let low = 0;
  let high = bounds.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bounds[middle * 2 + 1]! > clock) high = middle;
    else low = middle + 1;
  }
  return low * 2;
}
