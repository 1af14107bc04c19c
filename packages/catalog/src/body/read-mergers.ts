import type { Merger, RegisterFault } from "@upiao/domain";
import { readTable } from "./read-table.ts";

export interface ReadMergers {
  readonly mergers: readonly Merger[];
  readonly faults: readonly RegisterFault[];
}

const ownColumns = { from: "da", into: "a", day: "dal" } as const;

/** ISTAT, «Variazioni amministrative e territoriali dal 1991»
 *  (https://www.istat.it/storage/codici-unita-amministrative/Variazioni-amministrative-e-territoriali-dal-1991.zip, the CSV in it):
 *  semicolons, Windows-1252, days as 01/01/2026. */
const istatColumns = {
  kind: "Tipo variazione",
  from: "Codice Comune formato alfanumerico",
  into: "Codice del Comune associato alla variazione o nuovo codice Istat del Comune",
  day: "Data decorrenza validità amministrativa",
} as const;

/** «Estinzione»: who takes a Comune in has lines of its own («CS», «AQES»), which say the same. */
const ended = "ES";

/** Which body went into which, and since when: a file of one's own, with the columns «da», «a» (codes, ISTAT or cadastral) and «dal»
 *  (a day, 2026-01-01 or 01/01/2026), or ISTAT's list of what has changed since 1991. */
export function readMergers(bytes: Uint8Array): ReadMergers {
  const file = { file: "MERGERS", encoding: "WINDOWS-1252 TOO" } as const;
  const isOfIstat = readTable(bytes, { ...file, columns: { kind: istatColumns.kind } }).rows.length > 0;
  if (!isOfIstat) {
    const { rows, faults } = readTable(bytes, { ...file, columns: ownColumns });
    return mergersOf(rows, faults, false);
  }
  const { rows, faults } = readTable(bytes, { ...file, columns: istatColumns });
  // Of what ended long ago ISTAT does not always know the day.
  const told = rows.filter(({ cells }) => cells.kind === ended && cells.day !== "");
  return mergersOf(told, faults, true);
}

type Row = { readonly line: number; readonly cells: Readonly<Record<"from" | "into" | "day", string>> };

function mergersOf(rows: readonly Row[], faults: readonly RegisterFault[], isHistory: boolean): ReadMergers {
  const days = rows.map(({ cells }) => isoDay(cells.day));
  const unread = rows.filter((_row, index) => days[index] === null);
  return {
    mergers: rows.flatMap(({ line, cells }, index): Merger[] => {
      const [from, into, day] = [cells.from.toUpperCase(), cells.into.toUpperCase(), days[index]!];
      return day === null ? [] : [{ line, from, into, day, ...(isHistory && { isHistory }) }];
    }),
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
