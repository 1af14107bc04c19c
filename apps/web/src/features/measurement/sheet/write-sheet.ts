import { deviationOf, writeValue } from "@upiao/domain";
import Papa from "papaparse";
import type { MeasurementGridQuery } from "../../../generated/graphql.ts";
import { columnsOf, unitNames } from "./columns.ts";

type Grid = MeasurementGridQuery["measurementGrid"];

/** A cell that people or their programs fill in: text, and whatever is typed there stays as it was typed. */
export interface SheetCell {
  readonly text: string;
  readonly isValue: boolean;
}

/** The grid as rows of a spreadsheet, headers first. */
export function sheetOf({ year, objectives }: Grid): SheetCell[][] {
  const columns = columnsOf(year);
  const header = [
    ...[columns.code, columns.objective, columns.indicator, columns.unit, columns.baseline, columns.target],
    ...columns.rounds.flatMap(({ value, deviation, note, evidence }) => [value, deviation, note, evidence]),
  ];
  const rows = objectives.flatMap(({ title, indicators }) =>
    indicators.map((indicator) => {
      const { id, name, unit, baseline, targets, values } = indicator;
      const target = targets.find((one) => one.year === year)?.value ?? null;
      const number = (value: number | null) => cell(value === null ? "" : writeValue(value, unit));
      return [
        ...[cell(id), cell(title), cell(name), cell(unitNames[unit]), number(baseline), number(target)],
        ...columns.rounds.flatMap(({ round }) => {
          const found = values.find((one) => one.round === round);
          const value = found ? writeValue(found.value, unit) : "";
          return [
            { ...cell(value), isValue: true },
            number(deviationOf(unit, target, found?.value ?? null)),
            ...[cell(found?.note ?? ""), cell(found?.evidence ?? "")],
          ];
        }),
      ];
    }),
  );
  return [header.map(cell), ...rows];
}

/** [T33] What begins as a formula is made text; `withoutMark` takes the mark away again. */
function cell(words: string): SheetCell {
  return { text: /^[=+\-@\t\r]/.test(words) ? `'${words}` : words, isValue: false };
}

/** As a spreadsheet in Italy opens it: semicolons, since the comma is in the numbers, and a byte order mark, without which Excel
 *  takes UTF-8 for something else. */
export function writeCsv(grid: Grid): Blob {
  const rows = sheetOf(grid).map((row) => row.map(({ text }) => text));
  const csv = Papa.unparse(rows, { delimiter: ";", newline: "\r\n" });
  return new Blob([`\uFEFF${csv}`], { type: "text/csv;charset=utf-8" });
}

/** All cells are text, those to be filled in too: in a cell of numbers «12,5 %» becomes 0,125, and what was typed is lost. */
export async function writeXlsx(grid: Grid): Promise<Blob> {
  const { default: writeExcelFile } = await import("write-excel-file/universal");
  const [header = [], ...rows] = sheetOf(grid);
  const data = [
    header.map(({ text }) => ({ value: text, type: String, fontWeight: "bold" as const })),
    ...rows.map((row) =>
      row.map(({ text, isValue }) => ({ value: text, type: String, ...(isValue && { format: "@" }) })),
    ),
  ];
  const columns = header.map((_, place) => ({ width: place === 1 || place === 2 ? 40 : 18 }));
  return writeExcelFile(data, { columns, sheet: "Misure", stickyRowsCount: 1 }).toBlob();
}
