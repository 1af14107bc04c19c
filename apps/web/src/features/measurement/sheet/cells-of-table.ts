import type { Unit } from "@upiao/domain";
import { columnsOf, plainHeader, unitNames } from "./columns.ts";
import { headerWithin } from "./limits.ts";
import { BadSheet } from "./sheet-fault.ts";

/** A cell to import. */
export interface SheetCellToSend {
  readonly row: number;
  readonly indicatorId: string;
  readonly round: number;
  readonly text: string | null;
  readonly note: string | null;
  readonly evidence: string | null;
}

/** A row whose columns have slipped, whose unit is not that of its indicator, or which has values and no code. */
export interface WrongRow {
  readonly row: number;
  readonly what: "NO_CODE" | "SHIFTED" | "OTHER_UNIT";
  readonly found: string;
}

export interface ReadSheet {
  readonly cells: readonly SheetCellToSend[];
  readonly wrong: readonly WrongRow[];
}

const code = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const knownUnits = new Set(Object.values(unitNames).map(plainHeader));

/** The values of a table, found by its headers. Throws a `BadSheet` when they are not those of this year's grid. */
export function cellsOfTable(
  table: readonly (readonly string[])[],
  year: number,
  /** Of the indicators of the grid: where only some columns were sorted, rows are told by it. */
  units: ReadonlyMap<string, Unit> = new Map(),
): ReadSheet {
  const { at, places } = findHeader(table, year);
  const columns = columnsOf(year);
  const placeOf = (header: string) => places.get(plainHeader(header));
  const rounds = columns.rounds.map(({ round, value, note, evidence }) => ({
    ...{ round, value: placeOf(value), note: placeOf(note), evidence: placeOf(evidence) },
  }));
  const codeAt = placeOf(columns.code)!;
  const unitAt = placeOf(columns.unit);
  const cells: SheetCellToSend[] = [];
  const wrong: WrongRow[] = [];
  table.slice(at + 1).forEach((line, index) => {
    const row = at + index + 2;
    const read = (place: number | undefined) =>
      withoutMark(place === undefined ? "" : (line[place] ?? "")) || null;
    const found = rounds
      .map(({ round, value, note, evidence }) => ({
        ...{ round, text: read(value), note: read(note), evidence: read(evidence) },
      }))
      .filter(({ text, note, evidence }) => text !== null || note !== null || evidence !== null);
    const written = read(codeAt);
    if (written === null) {
      if (found.length > 0) wrong.push({ row, what: "NO_CODE", found: "" });
    } else if (!code.test(written)) wrong.push({ row, what: "SHIFTED", found: written.slice(0, 40) });
    else if (unitAt !== undefined && !knownUnits.has(plainHeader(line[unitAt] ?? "")))
      wrong.push({ row, what: "SHIFTED", found: (line[unitAt] ?? "").slice(0, 40) });
    else if (unitAt !== undefined && isOther(units.get(written.toLowerCase()), line[unitAt] ?? ""))
      wrong.push({ row, what: "OTHER_UNIT", found: (line[unitAt] ?? "").slice(0, 40) });
    else for (const cell of found) cells.push({ row, indicatorId: written.toLowerCase(), ...cell });
  });
  return { cells, wrong };
}

function isOther(unit: Unit | undefined, words: string): boolean {
  return unit !== undefined && plainHeader(words) !== plainHeader(unitNames[unit]);
}

function findHeader(table: readonly (readonly string[])[], year: number) {
  const columns = columnsOf(year);
  const at = table
    .slice(0, headerWithin)
    .findIndex((row) => row.some((cell) => plainHeader(cell) === plainHeader(columns.code)));
  if (at < 0) throw new BadSheet("NO_CODE_COLUMN", { column: columns.code });
  const places = new Map<string, number>();
  for (const [place, words] of table[at]!.entries()) {
    const header = plainHeader(words);
    if (header !== "" && places.has(header)) throw new BadSheet("COLUMN_TWICE", { column: words });
    places.set(header, place);
  }
  if (!columns.rounds.some(({ value }) => places.has(plainHeader(value)))) {
    const other = [...places.keys()]
      .map((header) => /^valore \dª rilevazione (\d{4})$/.exec(header))
      .find(Boolean);
    if (other) throw new BadSheet("OTHER_YEAR", { year, found: other[1]! });
    throw new BadSheet("NO_VALUE_COLUMN", { column: columns.rounds[0]!.value });
  }
  return { at, places };
}

/** Takes away what `write-sheet.ts` puts before a cell that begins as a formula. */
function withoutMark(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
