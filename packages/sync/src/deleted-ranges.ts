/** Which pieces of the text are known to be deleted: sorted, disjoint ranges of clocks for each client. It
 *  tells a delete set that a reconnecting client repeats from one that says something new. */
export class DeletedRanges {
  /** From, to, from, to, …: a section has thousands, and an object for each would be most of what it weighs. */
  private readonly bounds = new Map<number, number[]>();

  covers(client: number, from: number, to: number): boolean {
    const bounds = this.bounds.get(client);
    if (!bounds) return false;
    const at = firstEndingAfter(bounds, from);
    return at < bounds.length && bounds[at]! <= from && bounds[at + 1]! >= to;
  }

  add(client: number, from: number, to: number): void {
    const bounds = this.bounds.get(client);
    if (!bounds) {
      this.bounds.set(client, [from, to]);
      return;
    }
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
