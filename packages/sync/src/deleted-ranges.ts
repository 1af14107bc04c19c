/** Which pieces of the text are known to be deleted: sorted, disjoint ranges of clocks for each client. It
 *  tells a delete set that a reconnecting client repeats from one that says something new. */
export class DeletedRanges {
  private readonly ranges = new Map<number, { from: number; to: number }[]>();

  covers(client: number, from: number, to: number): boolean {
    const ranges = this.ranges.get(client);
    if (!ranges) return false;
    const range = ranges[firstEndingAfter(ranges, from)];
    return range !== undefined && range.from <= from && range.to >= to;
  }

  add(client: number, from: number, to: number): void {
    const ranges = this.ranges.get(client);
    if (!ranges) {
      this.ranges.set(client, [{ from, to }]);
      return;
    }
    // Those that touch the new one are joined with it.
    const start = firstEndingAfter(ranges, from - 1);
    let end = start;
    let joined = { from, to };
    while (end < ranges.length && ranges[end]!.from <= to) {
      joined = { from: Math.min(joined.from, ranges[end]!.from), to: Math.max(joined.to, ranges[end]!.to) };
      end++;
    }
    ranges.splice(start, end - start, joined);
  }
}

function firstEndingAfter(ranges: readonly { to: number }[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.to > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
