import { strFromU8, strToU8 } from "fflate";
import Papa from "papaparse";
import { BadZip, isZip, openBoundedZip, packPlainly } from "../../../files/bounded-zip.ts";
import { decodeText } from "../../../files/decode-text.ts";
import { mostColumns, mostFileBytes, mostRows, mostSheets, mostUnpackedBytes } from "./limits.ts";
import { BadSheet } from "./sheet-fault.ts";

/** The rows of a file, as text. Formulas are not run: of a cell that has one, its last value counts, and without one the formula
 *  itself, which is no value. Throws a `BadSheet`. */
export async function readTable(file: ArrayBuffer): Promise<string[][]> {
  if (file.byteLength > mostFileBytes) throw new BadSheet("TOO_LARGE", { most: mostFileBytes / 1024 / 1024 });
  const bytes = new Uint8Array(file);
  const rows = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes);
  const filled = rows.some((row) => row.some((cell) => cell !== ""));
  if (!filled) throw new BadSheet("EMPTY");
  if (rows.length > mostRows || rows.some((row) => row.length > mostColumns))
    throw new BadSheet("TOO_MANY_ROWS", { most: mostRows, columns: mostColumns });
  return rows;
}

const isXml = (name: string) => /\.(xml|rels)$/i.test(name);

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  try {
    const { names, unpack } = await openBoundedZip(bytes, { isWanted: isXml, mostUnpackedBytes });
    const sheets = names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name)).length;
    if (sheets === 0) throw new BadSheet("NOT_A_SHEET");
    if (sheets > mostSheets) throw new BadSheet("TOO_MANY_SHEETS", { most: mostSheets });
    const { readSheet } = await import("read-excel-file/universal");
    // For half a megabyte and more the library would start workers from scripts of its own making, which our
    // Content-Security-Policy forbids, and wait for them for ever.
    const rows = await readSheet(await packPlainly(withSpokenCells(unpack())));
    return rows.map((row) => row.map(textOfCell));
  } catch (error) {
    if (error instanceof BadSheet) throw error;
    const isTooLarge = error instanceof BadZip && error.code === "TOO_LARGE";
    throw isTooLarge
      ? new BadSheet("TOO_LARGE", { most: mostFileBytes / 1024 / 1024 })
      : new BadSheet("NOT_A_SHEET");
  }
}

/** A cell with an error (`#DIV/0!`), and one whose formula no program has worked out yet, are empty to the library. Here they are
 *  the text of what stands in them: an empty cell would be passed over, and they have to be refused by name. */
function withSpokenCells(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const spoken = Object.entries(parts).map(([name, bytes]) => {
    if (!/^xl\/worksheets\//i.test(name)) return [name, bytes] as const;
    return [name, strToU8(strFromU8(bytes).replace(cell, spokenCell))] as const;
  });
  return Object.fromEntries(spoken);
}

const cell = /<((?:\w+:)?)c\b([^>]*[^/>]|)>(.*?)<\/\1c>/gs;

function spokenCell(found: string, prefix: string, attributes: string, content: string): string {
  const plain = attributes.replace(/\st="\w*"/, "");
  if (/\st="e"/.test(attributes)) return `<${prefix}c${plain} t="str">${content}</${prefix}c>`;
  const formula = /<(?:\w+:)?f\b[^>]*?(?:\/>|>(.*?)<\/)/s.exec(content);
  if (!formula || /<(?:\w+:)?v>[^<]/.test(content)) return found;
  return `<${prefix}c${plain} t="str"><${prefix}v>=${formula[1] ?? ""}</${prefix}v></${prefix}c>`;
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
  const text = decodeText(bytes);
  if (text.includes("\u0000")) throw new BadSheet("NOT_A_SHEET");
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false, preview: mostRows + 1 });
  return data.map((row) => row.map((cell) => cell.trim()));
}
