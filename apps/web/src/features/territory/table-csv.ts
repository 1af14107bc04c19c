import Papa from "papaparse";
import type { FigureTable } from "./figure-table.ts";

/** A table as a spreadsheet in Italy opens it: semicolons between the values, since there the comma is in the numbers, and a byte
 *  order mark, without which Excel takes UTF-8 for something else. What begins as a formula is made text (THREATS T33). */
export function tableCsv({ columns, rows }: FigureTable): string {
  const table = { fields: [...columns], data: rows.map((row) => [...row]) };
  return `\uFEFF${Papa.unparse(table, { delimiter: ";", newline: "\r\n", escapeFormulae: true })}`;
}
