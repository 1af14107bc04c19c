// @vitest-environment happy-dom

import { countOtherNumbers } from "@upiao/document";
import {
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { BadFile } from "./bad-file.ts";
import { blocksOfHtml, placeNotes } from "./blocks-of-html.ts";
import { readDocx } from "./read-docx.ts";

type Children = readonly (Paragraph | Table)[];

const dot = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="),
  (letter) => letter.charCodeAt(0),
);

async function docxOf(children: Children, more: object = {}): Promise<Uint8Array> {
  const document = new Document({
    sections: [{ children: [...children] }],
    numbering: {
      config: [
        {
          reference: "numeri",
          levels: [0, 1].map((level) => ({ level, format: "decimal" as const, text: `%${level + 1}.` })),
        },
      ],
    },
    ...more,
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The file with some of its own files changed. */
function changed(file: Uint8Array, changes: Record<string, (text: string) => string>): Uint8Array {
  const files = unzipSync(file);
  for (const [name, change] of Object.entries(changes)) {
    files[name] = strToU8(change(files[name] ? strFromU8(files[name]) : ""));
  }
  return zipSync(files);
}

async function read(file: Uint8Array) {
  const { html, notKept } = await readDocx(file);
  const lost = Object.fromEntries(Object.entries(notKept).filter(([, count]) => count > 0));
  return { lines: blocksOfHtml(placeNotes(html)).blocks.map(lineOf), lost };
}

interface Json {
  readonly type?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Json[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

/** `kind level/indent: text` of a block, with the marks of its texts; rows and cells of a table. */
function lineOf(block: Json): string {
  if (block.type === "table") {
    const cell = ({ type, attrs, content = [] }: Json) =>
      `${type === "tableHeader" ? "!" : ""}${content.map(textOf).join("")}${spanOf(attrs)}`;
    return (block.content ?? []).map((row) => (row.content ?? []).map(cell).join("|")).join(" / ");
  }
  const { kind, level, indent } = block.attrs ?? {};
  const place =
    kind === "heading" ? ` ${level}` : kind === "bullet" || kind === "ordered" ? ` ${indent}` : "";
  return `${kind}${place}: ${(block.content ?? []).map(textOf).join("")}`;
}

function textOf({ text, marks = [] }: Json): string {
  if (text === undefined) return "↵";
  const names = marks.map(({ type, attrs }) => attrs?.href ?? type);
  return names.length > 0 ? `${text}[${names.join("+")}]` : text;
}

const spanOf = (attrs: Json["attrs"] = {}) =>
  `${attrs.colspan === 1 ? "" : `→${attrs.colspan}`}${attrs.rowspan === 1 ? "" : `↓${attrs.rowspan}`}`;

const refused = (file: Uint8Array) =>
  readDocx(file).then(
    () => "read",
    (error: unknown) => (error instanceof BadFile ? error.code : error),
  );

describe("a DOCX", () => {
  it("keeps headings, looks, lists with their depth, links, tabs, spaces that hold and hyphens that give way", async () => {
    const file = await docxOf([
      new Paragraph({ heading: HeadingLevel.HEADING_1, text: "Valore pubblico" }),
      new Paragraph({ heading: HeadingLevel.HEADING_3, text: "Obiettivi" }),
      new Paragraph({
        children: [
          new TextRun({ text: "forte", bold: true }),
          new TextRun({ text: " e lieve", italics: true, underline: {} }),
          new TextRun(" art.\u00a06, digi\u00adtale"),
          new TextRun({ children: ["\tdopo"] }),
          new ExternalHyperlink({ link: "https://www.agid.gov.it/it", children: [new TextRun(" AgID")] }),
        ],
      }),
      new Paragraph({ text: "uno", numbering: { reference: "numeri", level: 0 } }),
      new Paragraph({ text: "sotto", numbering: { reference: "numeri", level: 1 } }),
      new Paragraph({ text: "punto", bullet: { level: 0 } }),
      new Paragraph({ text: "fondo", bullet: { level: 7 } }),
      new Paragraph({ text: "العربية 🏛️" }),
    ]);
    expect((await read(file)).lines).toEqual([
      "heading 1: Valore pubblico",
      "heading 3: Obiettivi",
      "paragraph: forte[bold] e lieve[italic+underline] art.\u00a06, digi\u00adtale dopo AgID[https://www.agid.gov.it/it]",
      "ordered 0: uno",
      "ordered 1: sotto",
      "bullet 0: punto",
      "bullet 5: fondo",
      "paragraph: العربية 🏛️",
    ]);
  });

  it("knows headings by the names that Word gives them in Italian, and by the styles that people make on top of them", async () => {
    const file = await docxOf(
      ["Titolo1", "Mio", "Cita", "TOC1", "Livello", "Giro"].map(
        (style) => new Paragraph({ style, text: style }),
      ),
      {
        styles: {
          paragraphStyles: [
            { id: "Titolo1", name: "Titolo 1" },
            { id: "Mio", name: "Titolo dell’ente", basedOn: "Due" },
            { id: "Due", name: "Titolo 2", basedOn: "Titolo1" },
            { id: "Cita", name: "Citazione" },
            { id: "TOC1", name: "toc 1" },
            { id: "Livello", name: "Rubrica", paragraph: { outlineLevel: 2 } },
            { id: "Giro", name: "Giro", basedOn: "Giro" },
          ],
        },
      },
    );
    expect(await read(file)).toEqual({
      lines: ["heading 1: Titolo1", "heading 2: Mio", "quote: Cita", "heading 3: Livello", "paragraph: Giro"],
      lost: { contents: 1 },
    });
  });

  it("keeps tables with their header row and cells that are one, and the lines of a cell", async () => {
    const cell = (text: string, more: object = {}) =>
      new TableCell({ children: text.split("/").map((line) => new Paragraph(line)), ...more });
    const table = new Table({
      rows: [
        new TableRow({ tableHeader: true, children: [cell("Indicatore", { columnSpan: 2 }), cell("2026")] }),
        new TableRow({ children: [cell("Servizi", { rowSpan: 2 }), cell("attivi/in rete"), cell("8")] }),
        new TableRow({ children: [cell("spenti"), cell("0")] }),
      ],
    });
    expect((await read(await docxOf([table]))).lines).toEqual([
      "!Indicatore→2|!2026 / Servizi↓2|attivi↵in rete|8 / spenti|0",
    ]);
  });

  it("takes a row that says that it heads nothing for a row", async () => {
    const row = (text: string) => new TableRow({ tableHeader: text === "Voce", children: [cell(text)] });
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const file = await docxOf([new Table({ rows: [row("Voce"), row("Uno")] })]);
    expect(strFromU8(unzipSync(file)["word/document.xml"]!)).toContain('<w:tblHeader w:val="');
    expect((await read(file)).lines).toEqual(["!Voce / Uno"]);
  });

  it("keeps what was inserted under tracked changes and leaves out what was deleted", async () => {
    const change = { id: 1, author: "Anna", date: "2026-01-01T00:00:00Z" };
    const file = await docxOf([
      new Paragraph({
        children: [
          new TextRun("Entro "),
          new InsertedTextRun({ text: "giugno", ...change }),
          new DeletedTextRun({ text: "maggio", ...change, id: 2 }),
        ],
      }),
    ]);
    expect((await read(file)).lines).toEqual(["paragraph: Entro giugno"]);
  });

  it("keeps the words of text boxes, fields and runs that are told their direction", async () => {
    const box = (words: string) =>
      `<w:drawing><wps:txbx xmlns:wps="x"><w:txbxContent><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing>`;
    const either = (choice: string, fallback: string) =>
      `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice>${fallback}</mc:AlternateContent>`;
    const old = `<mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${/<w:txbxContent>.*<\/w:txbxContent>/.exec(box("vecchia"))![0]}</v:textbox></w:pict></mc:Fallback>`;
    const run = (inside: string) => `<w:r>${inside}</w:r>`;
    const file = changed(await docxOf([new Paragraph("Tabella ")]), {
      "word/document.xml": (xml) =>
        xml.replace(
          "</w:r></w:p>",
          `</w:r><w:fldSimple w:instr=" SEQ ">${run("<w:t>1</w:t>")}</w:fldSimple><w:dir w:val="rtl">${run("<w:t>שלום</w:t>")}</w:dir>${run(box("nuda"))}${run(either(box("nuova"), ""))}${run(either(box("doppia"), old))}</w:p>`,
        ),
    });
    expect(await read(file)).toEqual({
      lines: ["paragraph: Tabella 1שלום", "paragraph: nuda", "paragraph: nuova", "paragraph: vecchia"],
      lost: { boxes: 3 },
    });
  });

  it("takes for headings what is one by its own outline level, as the outline of Word shows it, but no whole text and no item", async () => {
    const levelled = (text: string, level: number) =>
      new Paragraph({ text, outlineLevel: level, spacing: { after: 200 } });
    const long = "Una frase che qualcuno ha messo nella struttura per sbaglio. ".repeat(4).trim();
    const styled = new Paragraph({ text: "Con uno stile", heading: HeadingLevel.HEADING_2, outlineLevel: 0 });
    const numbering = { reference: "numeri", level: 0 };
    const item = new Paragraph({ text: "voce", outlineLevel: 0, numbering });
    const file = changed(
      await docxOf([levelled("1. Premessa", 0), levelled("Contesto", 1), levelled(long, 0), styled, item]),
      {
        "word/document.xml": (xml) =>
          xml.replace("Contesto</w:t>", "Contesto</w:t><w:cr/><w:t>esterno</w:t>"),
      },
    );
    expect((await read(file)).lines).toEqual([
      "heading 1: 1. Premessa",
      "heading 2: Contesto↵esterno",
      `paragraph: ${long}`,
      "heading 2: Con uno stile",
      "ordered 0: voce",
    ]);
  });

  it("counts headers, lists that do not begin with 1 or go on, and what was changed", async () => {
    const numbered = (text: string, reference = "numeri") =>
      new Paragraph({ text, numbering: { reference, level: 0 } });
    const change = { id: 1, author: "Anna", date: "2026-01-01T00:00:00Z" };
    const from = (start: number) => [
      { level: 0, format: "decimal" as const, text: "%1.", start },
      { level: 1, format: "bullet" as const, text: "•" },
    ];
    const children = [
      ...[
        numbered("uno"),
        numbered("due"),
        new Paragraph("e poi"),
        numbered("tre"),
        numbered("otto", "otto"),
      ],
      new Paragraph({ children: [new InsertedTextRun({ text: "giugno", ...change })] }),
    ];
    const header = (text: string) => ({ default: new Header({ children: [new Paragraph(text)] }) });
    const file = await docxOf([], {
      sections: [{ headers: header("Comune di Barga"), children }],
      numbering: {
        config: [
          { reference: "numeri", levels: from(1) },
          { reference: "otto", levels: from(8) },
        ],
      },
    });
    expect((await read(file)).lost).toEqual({ headers: 1, numbers: 2, changes: 1 });
    const { notKept } = blocksOfHtml("<ol start='3'><li>tre</li></ol><ol><li>uno</li></ol>");
    expect([notKept.numbers, countOtherNumbers("3. tre\n4. quattro\n\nE\n\n1. uno\n\n2. due")]).toEqual([
      1, 1,
    ]);
  });

  it("puts notes where they are asked for, and counts what it cannot keep", async () => {
    const file = await docxOf(
      [
        new Paragraph({
          children: [new TextRun("Testo"), new FootnoteReferenceRun(1), new TextRun(" fine")],
        }),
        new Paragraph({
          children: [
            new TextRun("Figura"),
            new ImageRun({ type: "png", data: dot, transformation: { width: 9, height: 9 } }),
          ],
        }),
      ],
      { footnotes: { 1: { children: [new Paragraph("Fonte: ISTAT")] } } },
    );
    expect(await read(file)).toEqual({
      lines: ["paragraph: Testo [nota: Fonte: ISTAT] fine", "paragraph: Figura"],
      lost: { images: 1, notes: 1 },
    });
  });
});

describe("[T32] a hostile DOCX", () => {
  const plain = () => docxOf([new Paragraph("Testo")]);

  it("with macros is read for its text, and its macros are not even unpacked", async () => {
    const file = changed(await plain(), { "word/vbaProject.bin": () => "Sub AutoOpen()" });
    expect(await read(file)).toEqual({ lines: ["paragraph: Testo"], lost: { macros: 1 } });
  });

  it("that unfolds entities, is broken or is none is refused", async () => {
    const entity = changed(await plain(), {
      "word/document.xml": (xml) =>
        xml.replace(/^(<\?xml[^>]*>)?/, '$1<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;">]>'),
    });
    expect(await refused(entity)).toBe("BROKEN");
    expect(await refused(changed(await plain(), { "word/document.xml": () => "<w:document><w:body>" }))).toBe(
      "BROKEN",
    );
    expect(await refused((await plain()).slice(0, 900))).toBe("BROKEN");
    expect(await refused(zipSync({ "xl/workbook.xml": strToU8("<x/>") }))).toBe("NOT_A_DOCUMENT");
    expect(await refused(zipSync({ "content.xml": strToU8("<x/>") }))).toBe("OPEN_DOCUMENT");
  });

  it("that unpacks to a hundred megabytes is refused before it is unpacked", async () => {
    const bomb = changed(await plain(), { "word/document.xml": () => " ".repeat(100 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refused(bomb)).toBe("TOO_LARGE");
  });

  it("[T27] brings no address that a browser would run", async () => {
    const file = await docxOf([
      new Paragraph({
        children: [new ExternalHyperlink({ link: "javascript:alert(1)", children: [new TextRun("qui")] })],
      }),
    ]);
    expect((await read(file)).lines).toEqual(["paragraph: qui"]);
  });
});

describe("HTML that is imported", () => {
  it("[T27] says what it could not keep, and keeps no script and no handler", () => {
    const { blocks, notKept } = blocksOfHtml(
      '<h1 onclick="x()">Uno</h1><script>alert(1)</script><p>due<img src="http://a.example/x.png"><a href="javascript:x()">tre</a></p><object data="x"></object><p></p>',
    );
    expect(blocks.map(lineOf)).toEqual(["heading 1: Uno", "paragraph: duetre"]);
    expect(notKept).toEqual({ images: 1, objects: 1, scripts: 1, links: 1, cells: 0, numbers: 0 });
  });

  it("says in how many cells lists and tables have become lines, and keeps those of a frame", () => {
    const list = "<ul><li>uno</li><li>due</li></ul>";
    const inner = "<table><tr><td>a</td><td>b</td></tr></table>";
    const html = `<table><tr><td>${list}</td><td>${inner}</td><td>sola</td></tr></table><table><tr><td>${list}</td></tr></table>`;
    const { blocks, notKept } = blocksOfHtml(html);
    expect(blocks.map(lineOf)).toEqual(["uno↵due|a↵b|sola", "bullet 0: uno", "bullet 0: due"]);
    expect(notKept.cells).toBe(2);
  });
});
