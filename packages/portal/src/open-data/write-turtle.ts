import N3 from "n3";
import { prefixes, type Statement, spelled, type Value } from "./statement.ts";

const { DataFactory, Writer } = N3;

export function writeTurtle(statements: readonly Statement[]): Promise<string> {
  const writer = new Writer({ prefixes });
  for (const [subject, property, value] of statements)
    writer.addQuad(DataFactory.namedNode(subject), DataFactory.namedNode(spelled(property)), termOf(value));
  return new Promise((resolve, reject) => {
    writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text)));
  });
}

function termOf(value: Value) {
  if ("iri" in value) return DataFactory.namedNode(value.iri);
  if ("name" in value) return DataFactory.namedNode(spelled(value.name));
  const { word, language, type } = value;
  return DataFactory.literal(word, language ?? (type ? DataFactory.namedNode(spelled(type)) : undefined));
}
