import { compareTexts } from "@upiao/document";
import { describe, expect, it } from "vitest";
import type { PrintableDocument } from "../printable.ts";
import { paragraphs, planWith, sectionWith } from "../testing/printable.ts";
import { readPdf, tagsOfPage, wordsOf, wordsOfPage } from "../testing/read-pdf.ts";
import { fragmentOf, textOf } from "../testing/sample-text.ts";
import { formats } from "./index.ts";

const print = async (printable: PrintableDocument) => readPdf(await formats.pdf.write(printable));

const sample = textOf(
  [
    "# Titolo",
    "## Contesto",
    "Il **territorio** e *la gente*: [sito](https://esempio.it/).",
    "1. primo\n   - sotto\n2. secondo",
    "> citato",
    "| Dato | Valore |\n|---|---|\n| Comuni | 33 |",
  ].join("\n\n"),
);

describe("a PDF", () => {
  it("says that it is PDF/A-2a and PDF/UA-1, its title and its language", async () => {
    const pdf = await print(planWith(sample));
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: planWith(sample).title, Author: "Provincia di Lucca" });
    expect(metadata.getAll()).toMatchObject({
      "pdfaid:part": "2",
      "pdfaid:conformance": "A",
      "pdfuaid:part": "1",
      "dc:title": planWith(sample).title,
      "xmp:createdate": "2026-01-31T00:00:00Z",
    });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    const bytes = Buffer.from(await formats.pdf.write(planWith(sample))).toString("latin1");
    expect(bytes).toContain("/Lang (it-IT)");
    expect(bytes).toContain("/S /GTS_PDFA1");
  });

  it("is whole: each object stands where its table says", async () => {
    const bytes = Buffer.from(await formats.pdf.write(planWith(sample))).toString("latin1");
    const start = Number(/startxref\s+(\d+)/.exec(bytes)![1]);
    const places = [...bytes.slice(start).matchAll(/^(\d{10}) \d{5} n/gm)].map(([, place]) => Number(place));
    expect(places.length).toBeGreaterThan(20);
    places.forEach((place, index) => {
      expect(bytes.slice(place, place + 20)).toMatch(new RegExp(`^${index + 1} 0 obj\\b`));
    });
    const [, length, stream] =
      /\/Length (\d+)\s+\/Type \/Metadata[^>]*>>\s*stream\n([\s\S]*?)\nendstream/.exec(bytes)!;
    expect(stream).toHaveLength(Number(length));
  });

  it("embeds its fonts, and no other than its own", async () => {
    const text = paragraphs("Testo", "שלום", "🧾 →");
    const bytes = Buffer.from(await formats.pdf.write(planWith(text))).toString("latin1");
    const fonts = [...bytes.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name);
    expect(fonts.sort()).toEqual([
      "DejaVuSans",
      "NotoEmoji-Regular",
      "TitilliumWeb-Bold",
      "TitilliumWeb-Regular",
    ]);
    expect(bytes.match(/\/FontFile[23] /g)).toHaveLength(fonts.length);
  });

  it("has a cover, contents with pages, bookmarks of every heading and pages that say which they are", async () => {
    const pdf = await print(planWith(sample));
    expect(await wordsOfPage(pdf, 1)).toMatch(/Atto: Decreto del Presidente/);
    expect(await wordsOfPage(pdf, 2)).toMatch(/Indice[\s\S]*2\.1 Valore pubblico[\s.]+3/);
    expect(await wordsOfPage(pdf, 3)).toMatch(/^Provincia di Lucca – Piano[\s\S]*Pagina 3 di 3\s*$/);
    const outline = await pdf.getOutline();
    expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ["2.1 Valore pubblico", ["Contesto"]],
    ]);
    expect(await tagsOfPage(pdf, 2)).toMatch(/H1 TOC\(TOCI\(/);
  });

  it("repeats the header of a table on each page, but for one with a link, of which PDF/UA would have no copy", async () => {
    const rows = Array.from({ length: 120 }, (_, row) => `| ${row} | riga |`).join("\n");
    const heads = async (head: string) => {
      const pdf = await print(planWith(textOf(`| Numero | ${head} |\n|---|---|\n${rows}`)));
      const pages = Array.from({ length: pdf.numPages }, (_, page) => wordsOfPage(pdf, page + 1));
      return (await Promise.all(pages)).filter((words) => words.includes("Numero")).length;
    };
    expect(await heads("Dato")).toBeGreaterThan(1);
    expect(await heads("[Dato](https://esempio.it/)")).toBe(1);
  });

  it("is tagged as what it is: headings, lists, quotes, links, tables with their headers", async () => {
    expect(await tagsOfPage(await print(planWith(sample)), 3)).toBe(
      "Root(Document(H1 H2 P(Span Span Link(Span)) L(LI(Lbl LBody(P)) L(LI(Lbl LBody)) LI(Lbl LBody)) BlockQuote(Span) Table(THead(TR(TH TH)) TBody(TR(TD TD)))))",
    );
  });

  it("marks what has changed in its tags, too", async () => {
    const difference = compareTexts(fragmentOf("Testo adottato"), fragmentOf("Testo nuovo"));
    const bytes = Buffer.from(await formats.pdf.write(sectionWith(difference))).toString("latin1");
    expect(bytes).toContain("/TextDecorationType /LineThrough");
    expect(bytes).toContain("/TextDecorationType /Underline");
    expect(await wordsOf(await readPdf(Buffer.from(bytes, "latin1")))).toMatch(
      /Modifiche segnate nel testo: parole aggiunte, parole tolte[\s\S]*Testo adottatonuovo/,
    );
  });

  it("repeats the header of a table that goes on, also of one of 2,000 rows", async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => `| voce ${row} | ${row} |`);
    const pdf = await print(planWith(textOf(`| Voce | Importo |\n|---|---|\n${rows.join("\n")}`)));
    for (const page of [3, 4, pdf.numPages]) expect(await wordsOfPage(pdf, page)).toMatch(/Voce\s+Importo/);
    expect(await wordsOfPage(pdf, pdf.numPages)).toContain("voce 1999");
  });

  it("takes a text of 300 pages", async () => {
    const pdf = await print(
      planWith(paragraphs(...Array.from({ length: 2_300 }, (_, n) => `${n} ${"parola ".repeat(90)}`))),
    );
    expect(pdf.numPages).toBeGreaterThan(300);
    expect(await wordsOfPage(pdf, pdf.numPages)).toContain("2299");
  });

  it("prints a word that is longer than a line whole", async () => {
    const hash = "359745ce7d72d4283a11124004d4768b0e616cf7af34911b8a7076bbcb6a5a29".repeat(3);
    const words = await wordsOf(await print(sectionWith(paragraphs(hash))));
    expect(words.replaceAll(/\s/g, "")).toContain(hash);
  });
});

it("breaks no word that fits its cell, and one that does not so that all of it is read", async () => {
  const long = "RESPONSABILE".repeat(6);
  const table = `| Indicatore | Unità | Verso | Partenza | Atteso 2025 | Atteso 2026 | Atteso 2027 | Fonte |
|---|---|---|---|---|---|---|---|
| **Procedimenti con stato in rete** | % | in crescita | 8 | 20 | 40 | 75 | elenco dei procedimenti |
| **Telefonate per informazioni sulle pratiche** | numero | in calo | 2100 | 1800 | 1300 | 900 | centralino |`;
  const narrow = `| a | ${"b ".repeat(80)} | ${"c ".repeat(80)} |\n|---|---|---|\n| ${long} | b | c |`;
  const words = await wordsOf(await print(sectionWith(textOf(`${table}\n\n${narrow}`))));
  expect(words).toMatch(/informazioni\s+sulle/);
  expect(words).toMatch(/dei\s+procedimenti/);
  expect(words).not.toContain(long);
  expect(words.replaceAll(/\s/g, "")).toContain(long);
});

describe("[T27] what is printed is letters to the compiler", () => {
  it.each([
    '#import "@preview/x:1.0.0": *',
    '#read("/etc/passwd") #image("https://esempio.it/x.png")',
    "] } ) #panic() $a$ `raw` // commento /* x */ @rif <segno>",
    "= titolo\\ - voce + voce / voce: ~ -- --- ... \"x\" 'x'",
    "#sys.inputs \\u{41} #{1+1}",
  ])("%s", async (hostile) => {
    const printable = planWith(paragraphs(hostile), {
      title: hostile,
      cover: [{ label: hostile, value: hostile }],
    });
    const words = await wordsOf(
      await print({ ...printable, parts: printable.parts.map((part) => ({ ...part, title: hostile })) }),
    );
    expect(words.split(hostile).length).toBeGreaterThan(5);
  });
});

describe("a letter", () => {
  it("is printed in every style that there is a font for, and named where there is none", async () => {
    const letters = [
      range(0, 0x590),
      range(0x900, 0x3000),
      range(0xfe00, 0xfe80),
      range(0x1f000, 0x1fb00),
    ].flat();
    const styles = [[], ["bold"], ["italic"], ["bold", "italic"]];
    const content = Array.from({ length: Math.ceil(letters.length / 500) }, (_, line) => ({
      type: "block",
      content: [
        {
          type: "text",
          text: String.fromCodePoint(...letters.slice(500 * line, 500 * line + 500)),
          marks: styles[line % styles.length]!.map((type) => ({ type })),
        },
      ],
    }));
    const words = await wordsOf(await print(sectionWith({ type: "doc", content })));
    expect(words).toContain("[U+1000]");
    expect(words).toContain("АБВ");
  });

  it.each([
    ["中文", "[U+4E2D][U+6587]"],
    ["\ue000", "[U+E000]"],
    ["a\u0000\u0001\uffff\ufeffb", "ab"],
    ["\ud800", "\ufffd"],
  ])("%j reads %s", async (text, printed) => {
    expect(await wordsOf(await print(sectionWith(paragraphs(text))))).toContain(printed);
  });
});

it("leaves nothing behind but its bytes: the engine knows nothing of the megabytes that the compiler holds, and collects none of them", async () => {
  const documentOf = (name: string) => {
    const page = `${`Parole di ${name} che riempiono le pagine. `.repeat(80)}\n\n| a | b |\n|---|---|\n${"| uno due | tre |\n".repeat(40)}`;
    return planWith(textOf(`# T\n\n${`${page}\n\n`.repeat(6)}`));
  };
  const makeSome = async (count: number, name: string) => {
    for (let made = 0; made < count; made++) await formats.pdf.write(documentOf(`${name} ${made}`));
  };
  // What a thread has once: fonts, and the room that the compiler asks for.
  await makeSome(5, "prova");
  const before = nativeBytes();
  // Nothing that is collected is freed before the next turn of the loop, and none comes in between: all that is left is seen.
  await makeSome(20, "misura");
  // The bytes are 10 MB. Documents that wait to be collected would have 80 more, and what the compiler keeps for the next time 100.
  expect(nativeBytes() - before).toBeLessThan(40_000_000);
});

/** What is in memory and the engine does not count. */
function nativeBytes(): number {
  const { rss, heapTotal, external } = process.memoryUsage();
  return rss - heapTotal - external;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
