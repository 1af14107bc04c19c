import type { Merger, RegisterFault } from "@upiao/domain";
import { readTable } from "./read-table.ts";

export interface ReadMergers {
  readonly mergers: readonly Merger[];
  readonly faults: readonly RegisterFault[];
}

/** Which body went into which, and since when: a file of one's own after ISTAT's «Variazioni amministrative e territoriali»,
 *  with the columns «da», «a» (codes, ISTAT or cadastral) and «dal» (a day, 2026-01-01 or 01/01/2026). */
export function readMergers(bytes: Uint8Array): ReadMergers {
  const columns = { from: "da", into: "a", day: "dal" } as const;
  const { rows, faults } = readTable(bytes, { file: "MERGERS", encoding: "WINDOWS-1252 TOO", columns });
  const mergers = rows.map(({ line, cells }) => ({
    line,
    from: cells.from.toUpperCase(),
    into: cells.into.toUpperCase(),
    day: isoDay(cells.day),
  }));
  const unread = rows.filter((_row, index) => mergers[index]!.day === null);
  return {
    mergers: mergers.filter((merger): merger is Merger => merger.day !== null),
    faults: [
      ...faults,
      ...unread.map(
        ({ line, cells }) => ({ file: "MERGERS", line, code: "BAD_DAY", of: cells.day }) as const,
      ),
    ],
  };
}

function isoDay(written: string): string | null {
  const day = written.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, "$3-$2-$1");
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}
