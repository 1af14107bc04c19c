import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/universal";
import type { MeasurementGridQuery } from "../../../generated/graphql.ts";
import { cellsOfTable } from "./cells-of-table.ts";
import { mostFileBytes, mostSheets } from "./limits.ts";
import { partsOf } from "./parts-of.ts";
import { readTable } from "./read-table.ts";
import { sheetOf, writeCsv, writeXlsx } from "./write-sheet.ts";

const ids = ["7f3e1a52-1111-4000-8000-000000000001", "7f3e1a52-1111-4000-8000-000000000002"] as const;
const value = (round: number, value: number | null, words: { note?: string; evidence?: string } = {}) => ({
  ...{ id: `v${round}`, round, value, note: words.note ?? null, evidence: words.evidence ?? null },
  ...{ at: "2026-07-01T00:00:00.000Z", byName: "Elena", corrected: false },
});
const grid: MeasurementGridQuery["measurementGrid"] = {
  year: 2026,
  mayMeasure: true,
  body: { id: "b", type: "COMUNE", name: "Alfa", provinceSign: "LU" },
  objectives: [
    {
      ...{
        id: "o",
        title: "=cmd|' /C calc'!A0",
        sectionId: "s",
        sectionTitle: "",
        shared: false,
        mayMeasure: true,
        state: "LATE",
      },
      indicators: [
        {
          ...{
            id: ids[0],
            name: "Pratiche; «online»",
            unit: "PERCENT",
            direction: "UP",
            baseline: 10,
            source: null,
            state: "LATE",
          },
          targets: [{ year: 2026, value: 80 }],
          values: [value(1, 12.5, { note: "-3 rispetto al 2025" })],
        },
        {
          ...{
            id: ids[1],
            name: "Saldo",
            unit: "EURO",
            direction: "UP",
            baseline: null,
            source: null,
            state: "LATE",
          },
          targets: [],
          values: [value(1, -1234.5), value(2, null, { evidence: "https://esempio.it/" })],
        },
      ],
    },
  ],
};
const cells = [
  { row: 2, indicatorId: ids[0], round: 1, text: "12,5", note: "-3 rispetto al 2025", evidence: null },
  { row: 3, indicatorId: ids[1], round: 1, text: "-1234,5", note: null, evidence: null },
  { row: 3, indicatorId: ids[1], round: 2, text: "n.d.", note: null, evidence: "https://esempio.it/" },
];
const bytesOf = async (blob: Blob) => blob.arrayBuffer();
const csv = (text: string) => strToU8(text).buffer as ArrayBuffer;
const faultOf = async (file: ArrayBuffer, year = 2026) =>
  readTable(file).then(
    (table) => {
      try {
        return cellsOfTable(table, year).wrong;
      } catch (error) {
        return (error as { code?: string }).code;
      }
    },
    (error: { code?: string }) => error.code,
  );

describe("a grid that is exported", () => {
  it.each([
    ["CSV", async () => writeCsv(grid)],
    ["XLSX", () => writeXlsx(grid)],
  ])("as %s is imported as it was", async (_kind, write) => {
    const table = await readTable(await bytesOf(await write()));
    expect(cellsOfTable(table, 2026)).toEqual({ cells, wrong: [] });
  });

  it("says by how much each value deviates from what was expected", () => {
    const [header = [], row = []] = sheetOf(grid).map((cells) => cells.map(({ text }) => text));
    expect(row[header.indexOf("Scostamento 1ª rilevazione 2026")]).toBe("'-67,5");
    expect(row[header.indexOf("Scostamento 2ª rilevazione 2026")]).toBe("");
  });

  it("[T33] holds no cell that begins as a formula", async () => {
    const texts = sheetOf(grid)
      .flat()
      .map(({ text }) => text);
    expect(texts.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
    expect(texts).toContain("'=cmd|' /C calc'!A0");
    expect(texts).toContain("'-3 rispetto al 2025");
    const table = await readTable(await bytesOf(await writeXlsx(grid)));
    expect(table.flat().filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
  });
});

describe("a spreadsheet that is imported", () => {
  const header = "Codice;Unità;Valore 1ª rilevazione 2026";

  it("may have its columns in another order, others beside them, and a title above", async () => {
    const table = await readTable(
      csv(
        `Misure del Comune\n\nappunti;VALORE 2ª  rilevazione 2026;codice\nx;7;${ids[0].toUpperCase()}\n;;\n`,
      ),
    );
    expect(cellsOfTable(table, 2026).cells).toEqual([
      { row: 4, indicatorId: ids[0], round: 2, text: "7", note: null, evidence: null },
    ]);
  });

  it("may be what Excel in Italy calls CSV", async () => {
    const latin = Uint8Array.from(`${header}\r\n${ids[0]};sì o no;sì`, (letter) => letter.charCodeAt(0));
    const table = await readTable(latin.buffer as ArrayBuffer);
    expect(cellsOfTable(table, 2026).cells[0]!.text).toBe("sì");
  });

  it("names the rows in which the columns have slipped", async () => {
    const slipped = `${header}\nSportello;${ids[0]};1\n;%;3\n${ids[0]};12;%\n${ids[0]};%;4`;
    expect(await faultOf(csv(slipped))).toEqual([
      { row: 2, what: "SHIFTED", found: "Sportello" },
      { row: 3, what: "NO_CODE", found: "" },
      { row: 4, what: "SHIFTED", found: "12" },
    ]);
  });

  it.each([
    ["without the column of codes", "Indicatore;Valore\nx;1", "NO_CODE_COLUMN"],
    ["without values", "Codice;Indicatore\nx;1", "NO_VALUE_COLUMN"],
    ["of another year", "Codice;Valore 1ª rilevazione 2025\nx;1", "OTHER_YEAR"],
    ["with a column twice", "Codice;Nota;Nota\nx;1;2", "COLUMN_TWICE"],
    ["with nothing in it", ";;\n;;", "EMPTY"],
    ["that is no text", "a\u0000b", "NOT_A_SHEET"],
  ])("%s is refused with a sentence of its own", async (_what, text, code) => {
    expect(await faultOf(csv(text))).toBe(code);
  });

  it("[T32] does not run formulas: their last value counts, and a number is read as one", async () => {
    const file = await writeExcelFile([
      [text("Codice"), text("Valore 1ª rilevazione 2026"), text("Valore 2ª rilevazione 2026")],
      [text(ids[0]), { value: "1+1", type: "Formula" as const }, { value: 1234.5, type: Number }],
    ]).toBlob();
    const found = cellsOfTable(await readTable(await bytesOf(file)), 2026).cells;
    // No program has worked it out yet: it is no value, and is not passed over as an empty cell would be.
    expect(found.map(({ round, text }) => [round, text])).toEqual([
      [1, "=1+1"],
      [2, "1234,5"],
    ]);
  });

  it("[T32] a cell that holds an error says it, and one that holds a formula its last value", async () => {
    const file = await writeExcelFile([
      [text("Codice"), text("Valore 1ª rilevazione 2026"), text("Valore 2ª rilevazione 2026")],
      [text(ids[0]), { value: 1, type: Number }, { value: 2, type: Number }],
    ]).toBlob();
    const parts = unzipSync(new Uint8Array(await bytesOf(file)));
    const sheet = "xl/worksheets/sheet1.xml";
    const said = strFromU8(parts[sheet]!)
      .replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
      .replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2"><f>5+7</f><v>12</v></c>');
    const changed = zipSync({ ...parts, [sheet]: strToU8(said) });
    const found = cellsOfTable(await readTable(changed.buffer as ArrayBuffer), 2026).cells;
    expect(found.map(({ text }) => text)).toEqual(["#DIV/0!", "12"]);
  });

  it("names the rows whose unit is another one than their indicator's: some columns were sorted without the others", async () => {
    const table = await readTable(csv(`${header}\n${ids[0]};giorni;1\n${ids[1]};Euro;3`));
    const units = new Map([
      [ids[0], "PERCENT"],
      [ids[1], "EURO"],
    ] as const);
    expect(cellsOfTable(table, 2026, units)).toMatchObject({
      cells: [{ row: 3 }],
      wrong: [{ row: 2, what: "OTHER_UNIT", found: "giorni" }],
    });
  });

  it("[T32] a bomb, a hundred sheets, half a gigabyte and what is no spreadsheet are refused before they are unpacked", async () => {
    const zip = (files: Record<string, Uint8Array>) => zipSync(files, { level: 9 }).buffer as ArrayBuffer;
    const bomb = zip({ "xl/worksheets/sheet1.xml": new Uint8Array(61 * 1024 * 1024) });
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(await faultOf(bomb)).toBe("TOO_LARGE");
    const names = Array.from({ length: mostSheets + 1 }, (_, n) => `xl/worksheets/sheet${n}.xml`);
    expect(await faultOf(zip(Object.fromEntries(names.map((name) => [name, strToU8("<a/>")]))))).toBe(
      "TOO_MANY_SHEETS",
    );
    expect(await faultOf(zip({ "word/document.xml": strToU8("<a/>") }))).toBe("NOT_A_SHEET");
    expect(await faultOf(zip({ "xl/worksheets/sheet1.xml": strToU8("<<<") }))).toBe("NOT_A_SHEET");
    expect(await faultOf(csv("PK not a zip"))).toBe("NOT_A_SHEET");
    expect(await faultOf(new ArrayBuffer(mostFileBytes + 1))).toBe("TOO_LARGE");
  });
});

it("cells are sent in parts that fit into a request", () => {
  const many = Array.from({ length: 1_000 }, (_, n) => ({ ...cells[0]!, row: n + 2 }));
  const parts = partsOf(many);
  expect(parts.flat()).toEqual(many);
  expect(parts.map((part) => part.length)).toEqual([400, 400, 200].map(() => expect.any(Number)));
  const long = partsOf(Array.from({ length: 40 }, () => ({ ...cells[0]!, note: "à".repeat(4_000) })));
  for (const part of [...parts, ...long]) expect(JSON.stringify(part).length * 2).toBeLessThan(200_000);
  expect(long.length).toBeGreaterThan(4);
  expect(partsOf([])).toEqual([]);
});

function text(words: string) {
  return { value: words, type: String };
}
