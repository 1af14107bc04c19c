import type { BodyRecord, BodyType } from "@upiao/domain";
import { type DataRecord, readJson } from "../data-file.ts";

/** Every Comune, Provincia and Città metropolitana of Italy, by ISTAT code.
 *  Origin: ISTAT's list of the Comuni, ANPR's archive, the open data of PA digitale 2026 (`meta` of comuni.json
 *  and province.json says which for which field). Date: 1 January 2025. */
export function bodiesOfItaly(folder?: string): BodyRecord[] {
  const areas = readJson("province.json", folder).records("province");
  const comuni = readJson("comuni.json", folder).records("comuni");
  // Aosta, Trieste, Udine, Gorizia and Pordenone are areas with a sign and no body of their own.
  const bodies = [
    ...areas.filter((area) => area.flag("isPublicBody")).map(bodyOfArea),
    ...comuni.map(comune),
  ];
  return bodies.sort((one, other) => (one.istatCode < other.istatCode ? -1 : 1));
}

// Province autonome and liberi consorzi comunali do the work of a Provincia; their name says what they are.
const typeOfArea = {
  PROVINCIA: "PROVINCIA",
  PROVINCIA_AUTONOMA: "PROVINCIA",
  LIBERO_CONSORZIO_COMUNALE: "PROVINCIA",
  CITTA_METROPOLITANA: "CITTA_METROPOLITANA",
} as const satisfies Record<string, BodyType>;

const areaTypes = Object.keys(typeOfArea) as (keyof typeof typeOfArea)[];

function bodyOfArea(area: DataRecord): BodyRecord {
  return {
    type: typeOfArea[area.oneOf("type", areaTypes)],
    name: area.text("officialName"),
    istatCode: area.text("istatCode"),
    ipaCode: area.optionalText("ipaCode"),
    cadastralCode: null,
    provinceSign: area.text("sigla"),
    population2011: null,
  };
}

function comune(record: DataRecord): BodyRecord {
  const names = [record.text("name"), record.optionalText("otherName")];
  return {
    type: "COMUNE",
    // As ISTAT writes the Comuni of two languages: «Bolzano/Bozen».
    name: names.filter((name) => name !== null).join("/"),
    istatCode: record.text("istatCode"),
    ipaCode: record.optionalText("ipaCode"),
    cadastralCode: record.text("cadastralCode"),
    provinceSign: record.text("sigla"),
    population2011: record.optionalNumber("population2011"),
  };
}
