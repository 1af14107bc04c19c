import type { DataSource } from "typeorm";
import type { Language } from "../asked/language.ts";
import { bodyJson } from "../plan/find-plans.ts";
import { bodyName } from "../plan/plan-names.ts";
import type { PublicBody } from "../plan/published-plan.ts";
import { wordsIn } from "../words/index.ts";
import { dataFiles } from "./data-files.ts";
import { bodyIdentifier } from "./identifiers.ts";
import { dataPath, licenceAddress } from "./licence.ts";
import { iri, type Statement, typed, word } from "./statement.ts";

export interface CatalogueFacts {
  /** Who answers for the catalogue; null: nothing is published yet. */
  readonly publisher: PublicBody | null;
  /** Days, ISO 8601. */
  readonly issued: string;
  readonly modified: string;
  readonly measured: string;
}

/** Of the bodies that have published, the Province or Città metropolitana answers for the catalogue, else the first to publish. */
export async function readCatalogueFacts(database: DataSource): Promise<CatalogueFacts> {
  const rows: CatalogueFacts[] = await database.query(
    `WITH published AS (SELECT pl.body_id, min(p.at) AS first, max(p.at) AS last FROM publication p
        JOIN adoption a ON a.id = p.adoption_id JOIN plan pl ON pl.id = a.plan_id GROUP BY pl.body_id),
      day AS (SELECT coalesce(min(first), '2022-01-01') AS issued, coalesce(max(last), '2022-01-01') AS modified FROM published)
      SELECT (SELECT ${bodyJson} FROM body b JOIN published ON published.body_id = b.id
          ORDER BY b.type IN ('PROVINCIA', 'CITTA_METROPOLITANA') DESC, published.first, b.id LIMIT 1) AS publisher,
        to_char(issued AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS issued,
        to_char(modified AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS modified,
        to_char(greatest(modified, (SELECT max(m.at) FROM measurement m WHERE m.body_id IN (SELECT body_id FROM published)))
          AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS measured FROM day`,
  );
  return rows[0]!;
}

/** What the catalogue says, as DCAT-AP_IT 2 asks: once, for all ways to write it. */
export function catalogueStatements(facts: CatalogueFacts, site: string): Statement[] {
  const home = site + dataPath;
  const agent = facts.publisher ? bodyIdentifier(facts.publisher, site) : `${site}/pubblico`;
  const code = facts.publisher?.ipaCode ?? facts.publisher?.istatCode ?? new URL(site).hostname;
  const name = (language: Language) =>
    facts.publisher ? bodyName(facts.publisher, wordsIn(language)) : wordsIn(language).portal;
  const catalogue = `${home}#catalogo`;
  const day = (date: string) => typed(date, "xsd:date");
  const both = (subject: string, predicate: string, { it, en }: Readonly<Record<Language, string>>) =>
    [
      [subject, predicate, word(it, "it")],
      [subject, predicate, word(en, "en")],
    ] satisfies Statement[];

  const statements: Statement[] = [
    ...kinds(agent, "dcatapit:Agent", "foaf:Agent"),
    [agent, "dct:identifier", word(code)],
    ...both(agent, "foaf:name", { it: name("it"), en: name("en") }),
    [agent, "foaf:homepage", iri(agent)],
    ...kinds(licence, "dcatapit:LicenseDocument", "dct:LicenseDocument"),
    [licence, "dct:type", iri("http://purl.org/adms/licencetype/Attribution")],
    [licence, "foaf:name", word("Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)", "it")],
    [licence, "owl:versionInfo", word("4.0")],
    ...kinds(catalogue, "dcatapit:Catalog", "dcat:Catalog"),
    ...both(catalogue, "dct:title", {
      it: "Dati aperti dei Piani integrati di attività e organizzazione (PIAO in rete)",
      en: "Open data of the integrated plans of activity and organisation (PIAO in rete)",
    }),
    ...both(catalogue, "dct:description", {
      it: "I piani che Province e Comuni hanno adottato e pubblicato su questo portale: atti, obiettivi, indicatori, valori attesi e misurazioni.",
      en: "The plans that Provinces and Comuni have adopted and published on this portal: acts, objectives, indicators, targets and measurements.",
    }),
    [catalogue, "dct:publisher", iri(agent)],
    [catalogue, "dct:modified", day(facts.measured)],
    [catalogue, "dct:issued", day(facts.issued)],
    [catalogue, "foaf:homepage", iri(home)],
    [catalogue, "dct:language", iri(`${authority}/language/ITA`)],
    [catalogue, "dct:language", iri(`${authority}/language/ENG`)],
    [catalogue, "dct:license", iri(licence)],
    [catalogue, "dcat:themeTaxonomy", iri(`${authority}/data-theme`)],
  ];
  for (const { key, title, description, hasMeasurements } of dataFiles) {
    const dataset = `${home}#${key}`;
    const modified = day(hasMeasurements ? facts.measured : facts.modified);
    const csv = `${home}#${key}-csv`;
    statements.push(
      [catalogue, "dcat:dataset", iri(dataset)],
      ...kinds(dataset, "dcatapit:Dataset", "dcat:Dataset"),
      // Of the installation: who answers for the catalogue is another once a Province publishes, and the data set is the same.
      [dataset, "dct:identifier", word(`${new URL(site).hostname}:piao-${key}`)],
      ...both(dataset, "dct:title", title),
      ...both(dataset, "dct:description", description),
      [dataset, "dct:modified", modified],
      [dataset, "dct:issued", day(facts.issued)],
      [dataset, "dcat:theme", iri(`${authority}/data-theme/GOVE`)],
      [dataset, "dct:rightsHolder", iri(agent)],
      [dataset, "dct:publisher", iri(agent)],
      [dataset, "dct:accrualPeriodicity", iri(`${authority}/frequency/IRREG`)],
      [dataset, "dct:language", iri(`${authority}/language/ITA`)],
      [dataset, "dcat:landingPage", iri(home)],
      ...["PIAO", "piano integrato di attività e organizzazione", key].map(
        (keyword): Statement => [dataset, "dcat:keyword", word(keyword, "it")],
      ),
      ...distribution(dataset, csv, `${title.it} (CSV)`, "CSV", modified),
      [csv, "dcat:accessURL", iri(`${home}/${key}.csv`)],
      [csv, "dcat:downloadURL", iri(`${home}/${key}.csv`)],
    );
    if (key !== "piani") continue;
    const json = `${home}#piani-json`;
    statements.push(
      ...distribution(dataset, json, "Un file JSON per ogni piano", "JSON", day(facts.measured)),
      [json, "dcat:accessURL", iri(home)],
    );
  }
  return statements;
}

/** As the profile calls it. */
const licence = licenceAddress.replace("https:", "http:");
const authority = "http://publications.europa.eu/resource/authority";

function kinds(subject: string, ...names: readonly string[]): Statement[] {
  return names.map((name) => [subject, "rdf:type", { name }]);
}

function distribution(
  dataset: string,
  subject: string,
  title: string,
  format: string,
  modified: Statement[2],
): Statement[] {
  return [
    [dataset, "dcat:distribution", iri(subject)],
    ...kinds(subject, "dcatapit:Distribution", "dcat:Distribution"),
    [subject, "dct:title", word(title, "it")],
    [subject, "dct:format", iri(`${authority}/file-type/${format}`)],
    [subject, "dct:license", iri(licence)],
    [subject, "dct:modified", modified],
  ];
}
