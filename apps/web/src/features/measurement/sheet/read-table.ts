import Papa from "papaparse";
import { mostColumns, mostFileBytes, mostRows, mostSheets, mostUnpackedBytes } from "./limits.ts";
import { BadSheet } from "./sheet-fault.ts";

/** The rows of a file, as text. Formulas are not run: of a cell that has one, its last value counts. Throws a `BadSheet`. */
export async function readTable(file: ArrayBuffer): Promise<string[][]> {
  if (file.byteLength > mostFileBytes) throw new BadSheet("TOO_LARGE", { most: mostFileBytes / 1024 / 1024 });
  const bytes = new Uint8Array(file);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = isZip ? await readXlsx(bytes) : readCsv(bytes);
  const filled = rows.some((row) => row.some((cell) => cell !== ""));
  if (!filled) throw new BadSheet("EMPTY");
  if (rows.length > mostRows || rows.some((row) => row.length > mostColumns))
    throw new BadSheet("TOO_MANY_ROWS", { most: mostRows, columns: mostColumns });
  return rows;
}

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const { unzipSync, zipSync } = await import("fflate");
  let unpacked = 0;
  let sheets = 0;
  try {
    // The directory alone: nothing is unpacked here.
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) sheets++;
        return false;
      },
    });
  } catch {
    throw new BadSheet("NOT_A_SHEET");
  }
  if (unpacked > mostUnpackedBytes) throw new BadSheet("TOO_LARGE", { most: mostFileBytes / 1024 / 1024 });
  if (sheets === 0) throw new BadSheet("NOT_A_SHEET");
  if (sheets > mostSheets) throw new BadSheet("TOO_MANY_SHEETS", { most: mostSheets });
  const { readSheet } = await import("read-excel-file/universal");
  try {
    // Whatever the directory says of its size, a file gets no more room than that. For half a megabyte and more the library would
    // start workers from scripts of its own making, which our Content-Security-Policy forbids, and wait for them for ever: it
    // is handed the files unpacked.
    const files = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) });
    const rows = await readSheet(zipSync(files, { level: 0 }).buffer as ArrayBuffer);
    return rows.map((row) => row.map(textOfCell));
  } catch {
    throw new BadSheet("NOT_A_SHEET");
  }
}

/** Numbers as people write them, so that one rule reads them all. */
const number = new Intl.NumberFormat("it-IT", { maximumFractionDigits: 10, useGrouping: false });

function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return number.format(cell);
  if (typeof cell === "boolean") return cell ? "sì" : "no";
  // A date is no value here: it says what it is, and is refused as a number.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

function readCsv(bytes: Uint8Array): string[][] {
  const text = decode(bytes);
  if (text.includes("\u0000")) throw new BadSheet("NOT_A_SHEET");
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false, preview: mostRows + 1 });
  return data.map((row) => row.map((cell) => cell.trim()));
}

/** Excel in Italy writes «CSV» in Windows-1252, in which every byte is a letter. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
