import type { Language } from "../asked/language.ts";

/** What the page of open data says beside the names of the fields. */
export const openDataWords: Readonly<Record<Language, OpenDataWords>> = {
  it: {
    title: "Dati aperti",
    lead: "Tutto ciò che il portale mostra, come dati: senza registrazione, da qualsiasi programma e da qualsiasi pagina.",
    use: "Uso",
    uses: [
      "Licenza: Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0). Basta citare l'ente e l'indirizzo del piano.",
      "Versione dei campi: v1. Un campo può aggiungersi; uno che cambiasse significato o sparisse sarebbe una v2, accanto a questa.",
      "Identificativi: indirizzi stabili. Un obiettivo e un indicatore li conservano attraverso gli aggiornamenti del piano (piano#obiettivo-…, piano#indicatore-…); ogni versione adottata ha il proprio indirizzo. Gli enti hanno il codice ISTAT e il codice IPA.",
      "Le date sono in ISO 8601, i momenti in UTC. I numeri hanno il punto decimale.",
      "«n.d.» è un valore mancante con il suo motivo: value vuoto (null in JSON) e noValueReason NOT_AVAILABLE. Ciò che non è ancora stato misurato non compare.",
      "CSV secondo la RFC 4180: UTF-8 senza BOM, virgola tra i campi. Le celle di testo che iniziano con =, +, - o @ hanno un apostrofo davanti, perché nessun foglio di calcolo le esegua; i numeri restano numeri. Per aprire un piano in Excel è più comodo il CSV della sua pagina degli indicatori, con punto e virgola e virgola decimale.",
      "Ogni risposta ha ETag: chi la ripresenta in If-None-Match non scarica di nuovo ciò che ha già.",
    ],
    ofAll: "Di tutti i piani pubblicati",
    ofAllLead:
      "Il filtro è facoltativo: provincia è la sigla, anno è il primo anno del piano. L'ordine delle righe non è promesso.",
    ofOne: "Di un piano",
    ofOneLead:
      "Sotto l'indirizzo di un piano, per la versione in vigore, e sotto «originale», «aggiornamento-1» e i successivi per ciascuna versione.",
    json: "il piano con testi, obiettivi, indicatori e misurazioni",
    schema: "lo schema (JSON Schema 2020-12) di dati.json, con la descrizione di ogni campo",
    csv: "una riga per ogni indicatore e anno",
    catalogue: "Catalogo DCAT-AP_IT",
    catalogueLead: "I metadati di questi dati, per i cataloghi nazionali ed europei:",
    example: "Esempio",
    fields: (file: string) => `Campi di ${file}`,
    field: "Campo",
    meaning: "Significato",
  },
  en: {
    title: "Open data",
    lead: "All that the portal shows, as data: without registration, for any program and any page.",
    use: "Use",
    uses: [
      "Licence: Creative Commons Attribution 4.0 International (CC BY 4.0). Name the body and the address of the plan.",
      "Version of the fields: v1. A field may be added; one that meant something else or went would be v2, beside this.",
      "Identifiers: stable addresses. Objectives and indicators keep theirs through the amendments of their plan (plan#obiettivo-…, plan#indicatore-…); each adopted version has an address of its own. Bodies have their ISTAT and IPA codes.",
      "Days are ISO 8601, moments in UTC. Numbers have a decimal point.",
      "“n.d.” (not available) is a missing value with its reason: value empty (null in JSON) and noValueReason NOT_AVAILABLE. What has not been measured yet is left out.",
      "CSV as in RFC 4180: UTF-8 without BOM, commas between the fields. Text cells that begin with =, +, - or @ have an apostrophe before them, so that no spreadsheet runs them; numbers stay numbers. To open a plan in an Italian Excel, the CSV of its page of indicators is handier, with semicolons and decimal commas.",
      "Each answer has an ETag: who sends it again in If-None-Match does not download what they have.",
    ],
    ofAll: "Of all published plans",
    ofAllLead:
      "The filter may be left out: provincia is the sign of the province, anno the first year of the plan. No order of the rows is promised.",
    ofOne: "Of one plan",
    ofOneLead:
      "Below the address of a plan, for the version in force, and below “originale”, “aggiornamento-1” and so on for each version.",
    json: "the plan with its texts, objectives, indicators and measurements",
    schema: "the schema (JSON Schema 2020-12) of dati.json, with what each field means",
    csv: "a row for each indicator and year",
    catalogue: "DCAT-AP_IT catalogue",
    catalogueLead: "The metadata of these data, for national and European catalogues:",
    example: "Example",
    fields: (file: string) => `Fields of ${file}`,
    field: "Field",
    meaning: "Meaning",
  },
};

interface OpenDataWords {
  readonly title: string;
  readonly lead: string;
  readonly use: string;
  readonly uses: readonly string[];
  readonly ofAll: string;
  readonly ofAllLead: string;
  readonly ofOne: string;
  readonly ofOneLead: string;
  readonly json: string;
  readonly schema: string;
  readonly csv: string;
  readonly catalogue: string;
  readonly catalogueLead: string;
  readonly example: string;
  fields(file: string): string;
  readonly field: string;
  readonly meaning: string;
}
