import {
  bodyTypes,
  type Catalogue,
  type CatalogueAdoption,
  type CatalogueList,
  type CataloguePart,
  planForms,
  serviceKinds,
} from "@upiao/domain";
import { BadDataFile, type DataRecord, readJson } from "../data-file.ts";
import { planTemplate } from "../plan/plan-template.ts";

/** What plans refer to, beside the Piano triennale: the PIAO's sections and who adopts them (piao-sections.json), the dimensions of
 *  public value (public-value.json), what a Province does for its Comuni (hub-functions.json). Each says what of it is verified. */
export function catalogue(folder?: string): Catalogue {
  const file = readJson("piao-sections.json", folder);
  const hubFunctions = listOf("hub-functions.json", "functions", folder);
  const missing = serviceKinds.filter((kind) => !hubFunctions.entries.some(({ code }) => code === kind));
  if (missing.length > 0)
    throw new BadDataFile(`the reference file hub-functions.json lacks ${missing.join(", ")}`);
  return {
    parts: cataloguedParts(file, folder),
    adoptions: file.records("adoption").map(adoption),
    publicValue: listOf("public-value.json", "dimensions", folder),
    hubFunctions,
  };
}

function cataloguedParts(file: DataRecord, folder?: string): CataloguePart[] {
  const records = file.records("sections").flatMap((part) => [part, ...part.records("subsections")]);
  // In the same order: the template is made of them.
  return planTemplate(folder).parts.map((part, index) => {
    const record = records[index]!;
    const { number, title, law, lawVerified, content, contentVerified, owner, note } = part;
    const onlyIn = {
      FULL: null,
      SIMPLIFIED: /^in parte \((.+)\)$/.exec(record.restriction("requiredSimplified") ?? "")?.[1] ?? null,
    };
    return {
      ...{ number, title, law, lawVerified, content, contentVerified, owner, note },
      source: record.text("source"),
      needs: planForms.map((form) => ({
        form,
        isRequired: part.required[form],
        verified: part.requiredVerified[form],
        onlyIn: onlyIn[form],
      })),
    };
  });
}

function adoption(record: DataRecord): CatalogueAdoption {
  return {
    bodyType: record.oneOf("bodyType", bodyTypes),
    organ: record.text("organ"),
    act: record.text("act"),
    verified: record.flag("verified"),
    source: record.optionalText("source"),
  };
}

function listOf(name: string, field: string, folder?: string): CatalogueList {
  const file = readJson(name, folder);
  const meta = file.record("meta");
  return {
    edition: meta.text("edition"),
    source: meta.text("source"),
    verified: meta.flag("verified"),
    entries: file.records(field).map((entry) => ({
      code: entry.text("code"),
      title: entry.text("title"),
      description: entry.text("description"),
    })),
  };
}
