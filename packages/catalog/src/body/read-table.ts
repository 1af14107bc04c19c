import type { RegisterFault, RegisterFaultCode, RegisterSource } from "@upiao/domain";
import Papa from "papaparse";
import { decodeText } from "./decode-text.ts";

/** A row of a table, its cells by what we call their columns, and the line of the file on which it begins. */
export interface TableRow<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

export interface ReadTable<Column extends string> {
  readonly rows: readonly TableRow<Column>[];
  readonly faults: readonly RegisterFault[];
}

interface Wanted<Column extends string> {
  readonly file: RegisterSource;
  readonly encoding: Parameters<typeof decodeText>[1];
  /** What stands in the first row over each column, without what is in parentheses. */
  readonly columns: Readonly<Record<Column, string>>;
}

/** Of what stands under the name of a CSV and is none: an archive or a spreadsheet, one of older programs, a compressed file, a PDF. */
const beginnings: readonly (readonly number[])[] = [
  [0x50, 0x4b, 3],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x1f, 0x8b],
  [0x25, 0x50, 0x44, 0x46],
];

/** A table of a CSV file, its columns found by their names and never by their places, which move from year to year. */
export function readTable<Column extends string>(
  bytes: Uint8Array,
  { file, encoding, columns }: Wanted<Column>,
): ReadTable<Column> {
  const no = (code: RegisterFaultCode, of = "") => ({
    rows: [],
    faults: [{ file, line: null, code, of }] as const,
  });
  if (bytes.length === 0) return no("EMPTY_FILE");
  if (beginnings.some((beginning) => beginning.every((byte, index) => bytes[index] === byte)))
    return no("NOT_A_CSV");
  const text = decodeText(bytes, encoding);
  // A page that was saved in the place of the file to which it leads, or the same data in another form.
  if (text !== null && /^\s*[<{[]/.test(text)) return no("NOT_A_CSV");
  if (text === null) return no("WRONG_ENCODING");

  const [header, ...rows] = linesOf(text);
  if (!header || rows.every(({ cells }) => isBlank(cells))) return no("EMPTY_FILE");
  const titles = header.cells.map(bareTitle);
  const names = Object.entries(columns) as [Column, string][];
  const places = names.map(([column, title]) => [column, titles.indexOf(bareTitle(title))] as const);
  const missing = names.filter((_name, index) => places[index]![1] < 0);
  if (missing.length > 0) return no("MISSING_COLUMN", missing.map(([, title]) => `«${title}»`).join(", "));

  const filled = rows.filter(({ cells }) => !isBlank(cells));
  const whole = filled.filter(({ cells, isSound }) => isSound && cells.length === titles.length);
  return {
    rows: whole.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(places.map(([column, at]) => [column, cells[at]!.trim()])) as Record<
        Column,
        string
      >,
    })),
    faults: filled
      .filter((row) => !whole.includes(row))
      .map(({ line, cells }) => ({ file, line, code: "BAD_ROW", of: `${cells.length}/${titles.length}` })),
  };
}

/** A column's name as it stays the same: without notes in parentheses, line breaks, capitals and kinds of apostrophe. */
function bareTitle(title: string): string {
  return title
    .replace(/\([^)]*\)/g, " ")
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function linesOf(text: string): { line: number; cells: string[]; isSound: boolean }[] {
  const { data, errors } = parse(text);
  const unsound = new Set(errors.map(({ row }) => row));
  let line = 1;
  return data.map((cells, index) => {
    const at = line;
    // A cell may hold line breaks, as the names of ISTAT's columns do.
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    return { line: at, cells, isSound: !unsound.has(index) };
  });
}

/** Where tabs part the cells nobody needs quotation marks, and a name may begin with one that means nothing: `"Casa" Onlus`. */
function parse(text: string): Papa.ParseResult<string[]> {
  const delimiter = delimiterOf(text);
  const quoted = Papa.parse<string[]>(text, { delimiter });
  if (delimiter !== "\t" || quoted.errors.length === 0) return quoted;
  const plain = Papa.parse<string[]>(text, { delimiter, quoteChar: "\u0000" });
  return plain.errors.length < quoted.errors.length ? plain : quoted;
}

function delimiterOf(text: string): string {
  const beginning = text.slice(0, 4000);
  const count = (sign: string) => beginning.split(sign).length;
  return [";", "\t", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}
