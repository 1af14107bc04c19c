import type { BodyType, ListedArea, ListedComune, RegisterFault, RegisterFaultCode } from "@upiao/domain";
import { readTable, type TableRow } from "./read-table.ts";

/** ISTAT, «Codici statistici delle unità amministrative territoriali», file Elenco-comuni-italiani.csv
 *  (https://www.istat.it/storage/codici-unita-amministrative/Elenco-comuni-italiani.csv): semicolons, Windows-1252, the
 *  columns as they are called from 2017 to the edition of 2026. Editions differ in the place and in the capitals of
 *  «Codice Catastale del comune», and in the columns of former codes, which are not read. */
const columns = {
  region: "Codice Regione",
  istatCode: "Codice Comune formato alfanumerico",
  name: "Denominazione in italiano",
  otherName: "Denominazione altra lingua",
  territory: "Denominazione dell'Unità territoriale sovracomunale (valida a fini statistici)",
  areaType: "Tipologia di Unità territoriale sovracomunale",
  provinceSign: "Sigla automobilistica",
  cadastralCode: "Codice Catastale del comune",
} as const;

type Row = TableRow<keyof typeof columns>;

/** What ISTAT means by the «Tipologia» of a territory (the notes of the list), and how its body calls itself. «5» is a
 *  unit of statistics alone, as those of Friuli-Venezia Giulia: no body answers for it. */
const areaTypes: Readonly<Record<string, { readonly type: BodyType; readonly title: string } | null>> = {
  "1": { type: "PROVINCIA", title: "Provincia" },
  "2": { type: "PROVINCIA", title: "Provincia autonoma" },
  "3": { type: "CITTA_METROPOLITANA", title: "Città metropolitana" },
  "4": { type: "PROVINCIA", title: "Libero Consorzio comunale" },
  "5": null,
};

/** Its Region does the work of a Provincia, though ISTAT counts it as one. */
const valleDAosta = "02";

export interface ReadIstat {
  readonly comuni: readonly ListedComune[];
  readonly areas: readonly ListedArea[];
  readonly faults: readonly RegisterFault[];
}

/** The Comuni of ISTAT's list, and what stands over them. */
export function readIstat(bytes: Uint8Array): ReadIstat {
  const { rows, faults: found } = readTable(bytes, { file: "ISTAT", encoding: "WINDOWS-1252 TOO", columns });
  const faults = [...found, ...rows.flatMap(faultsOfRow), ...faultsOfTwice(rows, "istatCode")];
  faults.push(...faultsOfTwice(rows, "cadastralCode"));
  const first = new Map<string, Row>();
  for (const row of rows) {
    const code = areaCodeOf(row);
    const like = first.get(code);
    if (!like) first.set(code, row);
    else if (!isAlike(row, like)) faults.push(faultAt(row, "UNLIKE_AREA", wordsOfArea(row)));
  }
  return {
    comuni: rows.map(comuneOf),
    areas: [...first.values()].flatMap(areaOf),
    faults,
  };
}

function comuneOf({ line, cells }: Row): ListedComune {
  const { name, otherName, istatCode, cadastralCode, provinceSign } = cells;
  // As ISTAT writes the Comuni of two languages: «Bolzano/Bozen».
  return {
    line,
    name: [name, otherName].filter(Boolean).join("/"),
    istatCode,
    cadastralCode,
    provinceSign,
  };
}

function areaOf(row: Row): ListedArea[] {
  const { region, areaType, territory, provinceSign } = row.cells;
  const kind = areaTypes[areaType];
  if (!kind || region.padStart(2, "0") === valleDAosta) return [];
  return [{ line: row.line, ...kind, territory, istatCode: areaCodeOf(row), provinceSign }];
}

function faultsOfRow(row: Row): RegisterFault[] {
  const { name, istatCode, cadastralCode, provinceSign, areaType, territory } = row.cells;
  const isName = (text: string) => /^\p{L}[\p{L}\p{M} '’./?-]*$/u.test(text);
  const checks: [isSound: boolean, code: RegisterFaultCode, of: string][] = [
    [/^\d{6}$/.test(istatCode), "BAD_CODE", istatCode],
    [/^[A-Z]\d{3}$/.test(cadastralCode), "BAD_CODE", cadastralCode],
    [/^[A-Z]{2}$/.test(provinceSign), "BAD_SIGN", provinceSign],
    [isName(name), "BAD_NAME", name],
    [areaType in areaTypes && isName(territory), "UNKNOWN_AREA", wordsOfArea(row)],
  ];
  return checks.filter(([isSound]) => !isSound).map(([, code, of]) => faultAt(row, code, of));
}

function faultsOfTwice(rows: readonly Row[], column: "istatCode" | "cadastralCode"): RegisterFault[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const code = row.cells[column];
    if (code === "" || !seen.has(code)) {
      seen.add(code);
      return [];
    }
    return [faultAt(row, "TWICE", code)];
  });
}

function areaCodeOf({ cells }: Row): string {
  return cells.istatCode.slice(0, 3);
}

function wordsOfArea({ cells }: Row): string {
  return `${cells.territory} (${cells.provinceSign}, ${cells.areaType})`;
}

function isAlike(one: Row, other: Row): boolean {
  return wordsOfArea(one) === wordsOfArea(other);
}

function faultAt({ line }: Row, code: RegisterFaultCode, of: string): RegisterFault {
  return { file: "ISTAT", line, code, of };
}
