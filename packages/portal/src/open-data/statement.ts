/** What is said of a thing: the address of the thing, the name of the property, and an address or a word. */
export type Statement = readonly [subject: string, property: string, value: Value];

export type Value =
  | { readonly iri: string }
  /** A name with a prefix. */
  | { readonly name: string }
  | { readonly word: string; readonly language?: string; readonly type?: string };

export const prefixes = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  owl: "http://www.w3.org/2002/07/owl#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  dcat: "http://www.w3.org/ns/dcat#",
  dcatapit: "http://dati.gov.it/onto/dcatapit#",
} as const;

export function iri(address: string): Value {
  return { iri: address };
}

export function word(text: string, language?: string): Value {
  return language ? { word: text, language } : { word: text };
}

export function typed(text: string, type: string): Value {
  return { word: text, type };
}

/** The whole address of a name with a prefix. */
export function spelled(name: string): string {
  const [prefix = "", local = ""] = name.split(":");
  return prefixes[prefix as keyof typeof prefixes] + local;
}
