import i18next from "i18next";
import Papa from "papaparse";
import { beforeAll, expect, it } from "vitest";
import italian from "../../i18n/it.json";
import { programmeCsv } from "./programme-csv.ts";

beforeAll(() =>
  i18next.init({ lng: "it", showSupportNotice: false, resources: { it: { translation: italian } } }),
);

const purchase = {
  ...{ id: "p", revision: 1, year: 2027, quarter: 2, what: "Sedie; tavoli", amount: 1234.5, cpv: null },
  body: { id: "b", type: "COMUNE", name: "Barga", provinceSign: "LU" },
} as const;

function read(csv: string): Record<string, string>[] {
  expect(csv.startsWith("\uFEFF")).toBe(true);
  return Papa.parse<Record<string, string>>(csv.slice(1), { header: true, delimiter: ";" }).data;
}

it("the programme of purchases is read back by a spreadsheet", () => {
  expect(read(programmeCsv([purchase], i18next.t))).toEqual([
    {
      ...{ Ente: "Comune di Barga", Anno: "2027", Trimestre: "2", Acquisto: "Sedie; tavoli" },
      ...{ "Importo stimato (euro)": "1234,50", CPV: "" },
    },
  ]);
});

it.each(["=1+1", "+39", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
  "[T33] a purchase that begins as a formula is text: %j",
  (what) => {
    expect(read(programmeCsv([{ ...purchase, what }], i18next.t))[0]).toMatchObject({ Acquisto: `'${what}` });
  },
);
