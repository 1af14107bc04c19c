import { strToU8 } from "fflate";
import type { Print } from "../print/lay-out.ts";
import { mediaTypes } from "./media-types.ts";
import { odtContent } from "./odt/odt-content.ts";
import { odtStyles } from "./odt/odt-styles.ts";
import { xmlText } from "./odt/xml.ts";
import { zipFiles } from "./zip-files.ts";

const head = `<?xml version="1.0" encoding="UTF-8"?>\n`;

/** An OpenDocument text: a small archive of XML whose first file says what it is. */
export function writeOdt(print: Print): Uint8Array {
  const xml = (name: string, text: string): [string, Uint8Array] => [name, strToU8(head + text)];
  return zipFiles(
    [
      ["mimetype", strToU8(mediaTypes.odt), "stored"],
      xml("META-INF/manifest.xml", manifest),
      xml("meta.xml", metaOf(print)),
      xml("styles.xml", odtStyles(print)),
      xml("content.xml", odtContent(print)),
    ],
    print.date,
  );
}

const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mediaTypes.odt}"/>
${["content", "styles", "meta"]
  .map((name) => `<manifest:file-entry manifest:full-path="${name}.xml" manifest:media-type="text/xml"/>`)
  .join("\n")}
</manifest:manifest>
`;

function metaOf({ title, subtitle, language, date }: Print): string {
  return `<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3">
<office:meta>
<dc:title>${xmlText(title)}</dc:title>
${subtitle === null ? "" : `<dc:creator>${xmlText(subtitle)}</dc:creator>\n<dc:subject>${xmlText(subtitle)}</dc:subject>\n`}<dc:language>${language}-IT</dc:language>
<meta:creation-date>${date}T00:00:00</meta:creation-date>
<dc:date>${date}T00:00:00</dc:date>
</office:meta>
</office:document-meta>
`;
}
