// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { JSONContent } from "@tiptap/core";
import { fragmentOf, plainText, type TextJson } from "@upiao/document";
import { formats } from "@upiao/export";
import { expect, it } from "vitest";
import { blocksOfHtml, placeNotes } from "./blocks-of-html.ts";
import { readDocx } from "./read-docx.ts";

/** A DOCX as the page imports it. */
async function read(bytes: Uint8Array): Promise<TextJson> {
  const { html } = await readDocx(bytes);
  const read = blocksOfHtml(placeNotes(html)).blocks;
  // The page takes the title of the section for what it is.
  const isTitled = read[0]?.content?.[0]?.text === title;
  const blocks = isTitled ? read.slice(1) : read;
  return { type: "doc", content: blocks as TextJson["content"] & JSONContent[] };
}

const title = "Titolo della sezione";

/** A text as the platform exports it. */
function write(content: TextJson): Promise<Uint8Array> {
  const part = { number: null, title, depth: 0, texts: [{ title: null, content }] } as const;
  const document = { title, subtitle: null, language: "it", date: "2026-01-31", cover: [] } as const;
  return formats.docx.write({ ...document, parts: [part] });
}

/** Kind, level, indent and words of each block, with the looks of its words; cells of tables with whether they are headers. */
function outline(text: TextJson): string[] {
  return (text.content ?? []).map((node) => lineOf(node));
}

function lineOf({ type, attrs, content = [] }: NonNullable<TextJson["content"]>[number]): string {
  if (type === "table") {
    return content
      .map((row) =>
        (row.content ?? [])
          .map((cell) => `${cell.type === "tableHeader" ? "*" : ""}${runsOf(cell)}`)
          .join("|"),
      )
      .join("/");
  }
  const { kind = "paragraph", level = 1, indent = 0 } = (attrs ?? {}) as Record<string, unknown>;
  return `${kind} ${kind === "heading" ? level : ""}${indent}: ${runsOf({ type, content })}`;
}

function runsOf({ content = [] }: NonNullable<TextJson["content"]>[number]): string {
  return content
    .map(({ text = "↵", marks = [] }) => {
      const looks = marks.map((mark) => String(mark.attrs?.href ?? mark.type)).sort();
      return looks.length > 0 ? `${text}[${looks.join("+")}]` : text;
    })
    .join("")
    .replaceAll(/\s+/g, " ");
}

const words = (text: TextJson) => plainText(fragmentOf(text)).replaceAll(/\s+/g, " ").trim();

const written: TextJson = {
  type: "doc",
  content: [
    block({ kind: "heading", level: 1 }, "Servizi in rete"),
    block(
      {},
      "Tre sportelli, ",
      ["aperti", "bold"],
      " ogni ",
      ["giorno", "italic"],
      ": ",
      ["orari", "https://esempio.it/orari"],
      ".",
    ),
    block({ kind: "heading", level: 2 }, "Che cosa cambia"),
    ...["uno", "due"].map((item) => block({ kind: "ordered" }, item)),
    block({ kind: "bullet", indent: 1 }, "sotto il secondo"),
    block({ kind: "ordered" }, "tre"),
    block({ kind: "quote" }, "«La città è di chi ci vive» — così il regolamento. 🙂 שלום"),
    {
      type: "table",
      content: [
        row("tableHeader", "Servizio", "Giorni"),
        row("tableCell", "Anagrafe", "5"),
        row("tableCell", "Tributi", "n.d."),
      ],
    },
  ],
};

function block(attrs: object, ...runs: (string | [string, string])[]) {
  const content = runs.map((run) => {
    if (typeof run === "string") return { type: "text", text: run };
    const [text, look] = run;
    return {
      type: "text",
      text,
      marks: [look.startsWith("http") ? { type: "link", attrs: { href: look } } : { type: look }],
    };
  });
  return { type: "block", attrs: { ...attrs }, content };
}

function row(type: string, ...cells: string[]) {
  return { type: "tableRow", content: cells.map((text) => ({ type, content: [{ type: "text", text }] })) };
}

it("a text that goes out as DOCX comes back as it was: headings, lists, looks, links, quotes and tables", async () => {
  const back = await read(await write(written));
  expect(outline(back)).toEqual(outline(written));
});

const foreign = path.join(
  path.dirname(createRequire(import.meta.url).resolve("mammoth")),
  "../test/test-data",
);
// What they are made to show is refused: no text, or none of Word's.
const files = readdirSync(foreign).filter((name) => name.endsWith(".docx") && name !== "empty.docx");

it.each(files)(
  "[T32] %s, which others wrote, keeps its words and its structure through the platform and back",
  async (name) => {
    const text = await read(readFileSync(path.join(foreign, name)));
    const back = await read(await write(text));
    expect(words(back)).toBe(words(text));
    expect(outline(back)).toEqual(outline(text));
  },
);
