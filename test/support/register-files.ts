/** A Comune or what stands over a province, as the catalogue has it. */
interface Listed {
  readonly type: string;
  readonly name: string;
  readonly istatCode: string;
  readonly ipaCode: string | null;
  readonly cadastralCode: string | null;
  readonly provinceSign: string;
}

// As ISTAT's own, some with the line break that it has, and with columns that nobody reads.
const istatColumns = [
  "Codice Regione",
  "Codice dell'Unità territoriale sovracomunale \r\n(valida a fini statistici)",
  "Codice Provincia (Storico)(1)",
  "Progressivo del Comune (2)",
  "Codice Comune formato alfanumerico",
  "Denominazione (Italiana e straniera)",
  "Denominazione in italiano",
  "Denominazione altra lingua",
  "Denominazione dell'Unità territoriale sovracomunale \r\n(valida a fini statistici)",
  "Tipologia di Unità territoriale sovracomunale ",
  "Sigla automobilistica",
  "Codice Comune numerico con 107 Province (dal 2017 al 2025)",
  "Codice Catastale del Comune",
  "Codice NUTS3 2024",
];

/** ISTAT's list of the Comuni, of these bodies, in Windows-1252. */
export function istatFile(bodies: readonly Listed[]): Buffer {
  const areas = new Map(bodies.filter(({ type }) => type !== "COMUNE").map((area) => [area.istatCode, area]));
  const rows = bodies
    .filter(({ type }) => type === "COMUNE")
    .map(({ istatCode, name, cadastralCode, provinceSign }) => {
      const area = areas.get(istatCode.slice(0, 3));
      const [italian, other = ""] = name.split("/");
      const [region, type] = istatCode.startsWith("007") ? ["02", "1"] : ["09", area ? typeOf(area) : "5"];
      return [
        ...[region, istatCode.slice(0, 3), istatCode.slice(0, 3), istatCode.slice(3), istatCode],
        ...[name, italian, other, area ? territoryOf(area) : "Territorio", type, provinceSign],
        ...[String(Number(istatCode)), cadastralCode, "ITI12"],
      ];
    });
  return inWindows1252(csv([istatColumns, ...rows], ";"));
}

/** The «Enti» of IPA, of these bodies, in UTF-8. */
export function ipaFile(bodies: readonly Listed[], delimiter = "\t"): Buffer {
  const columns = [
    ...["Codice_IPA", "Denominazione_ente", "Codice_fiscale_ente", "Tipologia", "Codice_Categoria"],
    ...["Codice_ISTAT", "Codice_comune_ISTAT", "Codice_catastale_comune", "CAP"],
  ];
  const rows = bodies
    .filter(({ ipaCode }) => ipaCode !== null)
    .map(({ type, ipaCode, name, istatCode, cadastralCode }) => {
      const title = type === "COMUNE" ? `Comune di ${name.split("/")[0]}` : name;
      const category = { COMUNE: "L6", PROVINCIA: "L5" }[type] ?? "L45";
      const place = type === "COMUNE" ? istatCode : `${istatCode}001`;
      return [
        ipaCode,
        title,
        "00000000000",
        "Pubbliche Amministrazioni",
        category,
        "",
        place,
        cadastralCode,
        "",
      ];
    });
  return Buffer.from(csv([columns, ...rows], delimiter));
}

function typeOf({ type, name }: Listed): string {
  if (type === "CITTA_METROPOLITANA") return "3";
  if (name.startsWith("Provincia autonoma")) return "2";
  return name.startsWith("Libero") ? "4" : "1";
}

function territoryOf({ name }: Listed): string {
  return name.replace(
    /^(Provincia( autonoma)?|Città metropolitana|Libero Consorzio comunale) (di |della |dell'|del )?/,
    "",
  );
}

function csv(rows: readonly (readonly (string | null | undefined)[])[], delimiter: string): string {
  const quoted = (cell: string) => (/["\r\n\t;,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => `${row.map((cell) => quoted(cell ?? "")).join(delimiter)}\r\n`).join("");
}

/** As Excel saves it: what the encoding does not have becomes a question mark. */
function inWindows1252(text: string): Buffer {
  const beyondLatin1: Readonly<Record<string, number>> = { Š: 0x8a, š: 0x9a, Ž: 0x8e, ž: 0x9e, "’": 0x92 };
  return Buffer.from(
    [...text].map((sign) => beyondLatin1[sign] ?? (sign <= "ÿ" ? sign.charCodeAt(0) : 0x3f)),
  );
}
