import { BadZip, openBoundedZip, packPlainly } from "../../files/bounded-zip.ts";
import { BadFile } from "./bad-file.ts";
import { readableBody } from "./docx-body.ts";
import { lostFromDocx } from "./docx-lost.ts";
import { type Likeness, likenessesIn, withKnownStyles, withOutlineStyles } from "./docx-styles.ts";
import { mostUnpackedBytes } from "./limits.ts";
import type { NotKept } from "./not-kept.ts";

export interface ReadDocx {
  /** Not yet cleaned: it may say whatever the file said. */
  readonly html: string;
  readonly notKept: NotKept;
}

/** The text of a DOCX as HTML. Of the file only its texts are unpacked: no picture, no macro, no embedded object; and nothing that it
 *  refers to is fetched. Throws a `BadFile`. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const zip = await openBoundedZip(bytes, { isWanted: isText, mostUnpackedBytes }).catch(asBadFile);
  const { names } = zip;
  if (names.includes("content.xml")) throw new BadFile("OPEN_DOCUMENT");
  if (!names.some((name) => /^word\/[^/]+\.xml$/i.test(name))) throw new BadFile("NOT_A_DOCUMENT");
  const files = unpacked(zip);
  const textOf = (name: string) => (files[name] ? new TextDecoder().decode(files[name]) : "");
  // Word writes none; whoever does wants the reader to unfold entities.
  if (Object.keys(files).some((name) => /<!DOCTYPE|<!ENTITY/i.test(textOf(name))))
    throw new BadFile("BROKEN");

  let images = 0;
  const { default: mammoth } = await import("mammoth");
  // Asked for where a picture stands; the picture itself is not there to be read.
  const convertImage = (async () => {
    images++;
    return [];
  }) as unknown as ReturnType<typeof mammoth.images.imgElement>;
  const likenesses = likenessesIn(textOf("word/styles.xml"));
  const { transform, left } = withKnownStyles(likenesses);
  const packed = await packPlainly(withReadableBodies(files, likenesses));
  const input = { arrayBuffer: packed, buffer: packed } as unknown as { arrayBuffer: ArrayBuffer };
  const styleMap = ["u => u", "p[style-name='Quote'] => blockquote > p:fresh", ...emphases, ...deepestLists];
  const options = { styleMap, convertImage, includeEmbeddedStyleMap: false, transformDocument: transform };
  const html = await mammoth.convertToHtml(input, options).then(
    ({ value }) => value,
    () => {
      throw new BadFile("BROKEN");
    },
  );
  const notes = html.match(/<a [^>]*id="(?:foot|end)note-ref-/g)?.length ?? 0;
  return {
    html,
    notKept: { ...lostFromDocx(names, textOf), images, notes, contents: left() > 0 ? 1 : 0 },
  };
}

const bodies = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"];

function withReadableBodies(
  files: Record<string, Uint8Array>,
  likenesses: ReadonlyMap<string, Likeness>,
): Record<string, Uint8Array> {
  const readable = bodies
    .filter((name) => files[name])
    .map((name) => {
      const body = readableBody(new TextDecoder().decode(files[name]));
      return [name, withOutlineStyles(body, likenesses)] as const;
    });
  const encoder = new TextEncoder();
  return { ...files, ...Object.fromEntries(readable.map(([name, xml]) => [name, encoder.encode(xml)])) };
}

/** Styles of words, as Word and LibreOffice name them; mammoth knows «Strong» alone. */
const emphases = [
  ...["Emphasis", "Intense Emphasis", "Enfasi", "Enfasi (corsivo)"].map(
    (name) => `r[style-name='${name}'] => em`,
  ),
  ...["Strong Emphasis", "Enfasi grassetto", "Enfasi (grassetto)"].map(
    (name) => `r[style-name='${name}'] => strong`,
  ),
];

/** mammoth knows five levels, a section six. */
const deepestLists = ["ul", "ol"].map(
  (tag) =>
    `p:${tag === "ol" ? "ordered" : "unordered"}-list(6) => ${"ul|ol > li > ".repeat(5)}${tag} > li:fresh`,
);

const isText = (name: string) => /\.(xml|rels)$/i.test(name);

function unpacked({ unpack }: { unpack: () => Record<string, Uint8Array> }): Record<string, Uint8Array> {
  try {
    return unpack();
  } catch (error) {
    return asBadFile(error);
  }
}

function asBadFile(error: unknown): never {
  if (!(error instanceof BadZip)) throw error;
  throw error.code === "TOO_LARGE"
    ? new BadFile("TOO_LARGE", mostUnpackedBytes / 1024 / 1024)
    : new BadFile("BROKEN");
}
