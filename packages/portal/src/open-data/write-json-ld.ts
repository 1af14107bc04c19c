import { prefixes, type Statement, type Value } from "./statement.ts";

type Properties = Record<string, unknown[]>;

/** JSON-LD 1.1, each thing with all that is said of it. */
export function writeJsonLd(statements: readonly Statement[]): string {
  const things = new Map<string, Properties>();
  for (const [subject, property, value] of statements) {
    const thing = things.get(subject) ?? {};
    things.set(subject, thing);
    const isType = property === "rdf:type";
    const name = isType ? "@type" : property;
    thing[name] = [...(thing[name] ?? []), isType && "name" in value ? value.name : jsonOf(value)];
  }
  const graph = [...things].map(([id, properties]) => ({ "@id": id, ...properties }));
  return `${JSON.stringify({ "@context": prefixes, "@graph": graph }, null, 2)}\n`;
}

function jsonOf(value: Value): unknown {
  if ("iri" in value) return { "@id": value.iri };
  if ("name" in value) return { "@id": value.name };
  const { word, language, type } = value;
  return { "@value": word, ...(language && { "@language": language }), ...(type && { "@type": type }) };
}
