import Papa from "papaparse";
import type { AnyDataTable, Cell } from "./data-tables.ts";
import type { PlanOfData } from "./read-all-plans.ts";

/** RFC 4180, as programs read it: commas, a decimal point, no byte order mark. What would be run as a formula by a spreadsheet is
 *  text; numbers stay numbers, also below zero. */
const options = { delimiter: ",", newline: "\r\n", escapeFormulae: true, header: false };

function lines(rows: readonly Cell[][]): string {
  return rows.length === 0 ? "" : `${Papa.unparse([...rows], options)}\r\n`;
}

export async function* writeCsv(
  table: AnyDataTable,
  plans: AsyncIterable<readonly PlanOfData[]>,
  site: string,
): AsyncGenerator<string> {
  let text = lines([table.names]);
  for await (const portion of plans) {
    yield text + lines(portion.flatMap((of) => table.cells(of, site)));
    text = "";
  }
  if (text !== "") yield text;
}
