import type { IpaEntry, IpaKind, RegisterFault } from "@upiao/domain";
import { readTable } from "./read-table.ts";

/** AgID, Indice dei domicili digitali (IPA), open data «Enti» (https://indicepa.gov.it/ipa-dati): UTF-8, with
 *  tabs, commas or semicolons. Its columns are Codice_IPA, Denominazione_ente, Codice_fiscale_ente, Tipologia,
 *  Codice_Categoria, Codice_natura, Codice_ateco, Ente_in_liquidazione, Codice_MIUR, Codice_ISTAT (not of the Comune),
 *  Acronimo, …, Codice_comune_ISTAT and Codice_catastale_comune (of the Comune where the body sits), CAP, …; these five are
 *  read. */
const columns = {
  ipaCode: "Codice_IPA",
  name: "Denominazione_ente",
  category: "Codice_Categoria",
  istatCode: "Codice_comune_ISTAT",
  cadastralCode: "Codice_catastale_comune",
} as const;

/** «Comuni e loro Consorzi e Associazioni»; «Regioni, Province Autonome …», «Province e loro Consorzi e Associazioni», «Città
 *  Metropolitane»; «Unioni di Comuni e loro Consorzi e Associazioni». */
const kinds: Readonly<Record<string, IpaKind>> = {
  L6: "COMUNE",
  L4: "AREA",
  L5: "AREA",
  L45: "AREA",
  L18: "UNIONE",
};

/** What unions of Comuni have founded, in their category: their name says so, and IPA says it nowhere else. */
const foundedByUnions = /^(consorzi|associazion)/i;

export interface ReadIpa {
  readonly ipa: readonly IpaEntry[];
  readonly faults: readonly RegisterFault[];
}

/** The entries of IPA that may be a Comune or what stands over a province, and the unions of Comuni. */
export function readIpa(bytes: Uint8Array): ReadIpa {
  const { rows, faults: found } = readTable(bytes, { file: "IPA", encoding: "UTF-8", columns });
  const faults = [...found];
  const seen = new Set<string>();
  const ipa = rows.flatMap(({ line, cells }): IpaEntry[] => {
    const { name, category, istatCode, cadastralCode } = cells;
    const kind = kinds[category];
    if (!kind || (kind === "UNIONE" && foundedByUnions.test(name))) return [];
    // As the search and other registers write them.
    const ipaCode = cells.ipaCode.toLowerCase();
    const isPlaced =
      kind === "UNIONE" ||
      /^\d{6}$/.test(istatCode) ||
      (kind === "COMUNE" && /^[A-Z]\d{3}$/.test(cadastralCode));
    if (!/^\S+$/.test(ipaCode)) faults.push({ file: "IPA", line, code: "BAD_CODE", of: cells.ipaCode });
    else if (!isPlaced) faults.push({ file: "IPA", line, code: "BAD_CODE", of: istatCode || cadastralCode });
    else if (name === "") faults.push({ file: "IPA", line, code: "BAD_NAME", of: ipaCode });
    else if (seen.has(ipaCode)) faults.push({ file: "IPA", line, code: "TWICE", of: ipaCode });
    seen.add(ipaCode);
    return [{ line, ipaCode, name, kind, istatCode, cadastralCode }];
  });
  return { ipa, faults };
}
