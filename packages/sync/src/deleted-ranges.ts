/** Clocks of one client. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Each that is put between others moves those behind it: with a million at once, for minutes. */
const mostOneByOne = 64;

/** Which pieces of the text are known to be deleted: sorted, disjoint ranges of clocks for each client. It
 *  tells a delete set that a reconnecting client repeats from one that says something new. */
export class DeletedRanges {
  private readonly ranges = new Map<number, Range[]>();

  covers(client: number, from: number, to: number): boolean {
    const ranges = this.ranges.get(client);
    if (!ranges) return false;
    const range = ranges[firstEndingAfter(ranges, from)];
    return range !== undefined && range.from <= from && range.to >= to;
  }

  /** In any order. */
  add(client: number, added: readonly Range[]): void {
    const ranges = this.ranges.get(client);
    if (!ranges || added.length > mostOneByOne)
      this.ranges.set(client, joined([...(ranges ?? []), ...added]));
    else for (const range of added) addOne(ranges, range);
  }
}

function addOne(ranges: Range[], { from, to }: Range): void {
  // Those that touch the new one are joined with it.
  const start = firstEndingAfter(ranges, from - 1);
  let end = start;
  let whole = { from, to };
  while (end < ranges.length && ranges[end]!.from <= to) {
    whole = { from: Math.min(whole.from, ranges[end]!.from), to: Math.max(whole.to, ranges[end]!.to) };
    end++;
  }
  ranges.splice(start, end - start, whole);
}

function joined(ranges: Range[]): Range[] {
  ranges.sort((one, other) => one.from - other.from);
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of ranges) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
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
