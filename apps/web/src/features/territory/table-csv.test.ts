import Papa from "papaparse";
import { expect, it } from "vitest";
import { tableCsv } from "./table-csv.ts";

const read = (csv: string) => Papa.parse<string[]>(csv.slice(1), { delimiter: ";" }).data;

it("a chart's table is given away as it is shown", () => {
  const csv = tableCsv({
    caption: "Enti",
    columns: ["Ente", "Progresso"],
    rows: [["Barga; e altri", "45,5 %"]],
  });
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(read(csv)).toEqual([
    ["Ente", "Progresso"],
    ["Barga; e altri", "45,5 %"],
  ]);
});

it.each(["=1+1", "+39", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
  "[T33] what begins as a formula is text: %j",
  (formula) => {
    const csv = tableCsv({ caption: "", columns: [formula], rows: [[formula]] });
    expect(read(csv)).toEqual([[`'${formula}`], [`'${formula}`]]);
  },
);
