import { strFromU8, strToU8, unzipSync } from "fflate";
import { zipFiles } from "../zip-files.ts";

/** The library writes the moment, and identifiers by chance or counted on from document to document, into what it makes: here
 *  they are the document's, so that the same document gives the same bytes. */
export function settleDocx(docx: Uint8Array, date: string): Uint8Array {
  const unzipped = unzipSync(docx);
  // Programs tell by the first file what they have before them.
  const order = new Set(["[Content_Types].xml", "_rels/.rels", ...Object.keys(unzipped)]);
  const renumbered = renumberer();
  const settled = (name: string, bytes: Uint8Array): Uint8Array => {
    if (!/\.(xml|rels)$/.test(name)) return bytes;
    const xml = strFromU8(bytes);
    const day = `$1${date}T00:00:00Z`;
    const isCore = name === "docProps/core.xml";
    return strToU8(
      isCore ? xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, day) : renumbered(xml),
    );
  };
  return zipFiles(
    [...order].map((name) => [name, settled(name, unzipped[name]!)] as const),
    date,
  );
}

// In attributes: what people write has its quotation marks escaped.
const identifiers = [
  /(?<=")rId[\w-]{21}(?=")/g,
  /(?<=<w:bookmark(?:Start|End)(?: w:name="[^"]*")? w:id=")\d+/g,
];

/** In the order in which they are first seen. */
function renumberer(): (xml: string) => string {
  const seen = identifiers.map(() => new Map<string, string>());
  return (xml) =>
    identifiers.reduce(
      (text, pattern, kind) =>
        text.replaceAll(pattern, (name) => {
          const names = seen[kind]!;
          if (!names.has(name)) names.set(name, `${kind === 0 ? "link" : ""}${names.size + 1}`);
          return names.get(name)!;
        }),
      xml,
    );
}
