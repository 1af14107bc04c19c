import { strFromU8, strToU8, unzipSync } from "fflate";
import { zipFiles } from "../zip-files.ts";

/** The library writes the moment, and identifiers by chance, into what it makes: here they are the document's, so that the same
 *  document gives the same bytes. */
export function settleDocx(docx: Uint8Array, date: string): Uint8Array {
  const names = new Map<string, string>();
  const settledName = (name: string) => {
    if (!names.has(name)) names.set(name, `link${names.size + 1}`);
    return names.get(name)!;
  };
  const files = Object.entries(unzipSync(docx)).map(([name, bytes]): [string, Uint8Array] => {
    if (!/\.(xml|rels)$/.test(name)) return [name, bytes];
    const xml = strFromU8(bytes);
    if (name === "docProps/core.xml")
      return [
        name,
        strToU8(xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)),
      ];
    return [name, strToU8(xml.replaceAll(/(?<=")rId[\w-]{21}(?=")/g, settledName))];
  });
  return zipFiles(files, date);
}
