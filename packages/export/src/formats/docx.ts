import {
  AlignmentType,
  Bookmark,
  Document,
  Table as DocxTable,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  type ParagraphChild,
  Tab,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { columnWidths } from "../print/column-widths.ts";
import { isRightToLeft } from "../print/direction.ts";
import { isShortRow } from "../print/is-short-row.ts";
import type { Print } from "../print/lay-out.ts";
import { objectiveParts } from "../print/objective-parts.ts";
import type { Cell, Heading, List, PrintBlock, Run, Table } from "../print/print-block.ts";
import { wordsIn } from "../print/runs.ts";
import { docxRuns } from "./docx/docx-runs.ts";
import { docxStyles, headerFill, tableBorders, textTwips } from "./docx/docx-styles.ts";
import { ListReferences } from "./docx/list-references.ts";
import { settleDocx } from "./docx/settle-docx.ts";

/** A document of Word with styles that people can change: nothing in it is formatted by hand but what was in the text. */
export async function writeDocx(print: Print): Promise<Uint8Array> {
  const { title, subtitle, date, contents } = print;
  const lists = new ListReferences();
  const text = print.blocks.flatMap((block) => blockOf(block, lists));
  const running = subtitle ? `${subtitle} – ${title}` : title;
  const document = new Document({
    title,
    subject: subtitle ?? title,
    creator: subtitle ?? "",
    lastModifiedBy: subtitle ?? "",
    styles: docxStyles,
    numbering: { config: lists.config },
    sections: [
      {
        properties: { titlePage: contents.length > 0 },
        headers: { default: new Header({ children: [new Paragraph({ style: "Header", text: running })] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [...coverOf(print), ...contentsOf(contents), ...text],
      },
    ],
  });
  return settleDocx(await Packer.toBuffer(document), date);
}

function pageNumber(): Paragraph {
  const children = ["Pagina ", PageNumber.CURRENT, " di ", PageNumber.TOTAL_PAGES];
  return new Paragraph({
    style: "Footer",
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children })],
  });
}

function coverOf({ title, subtitle, cover }: Print): FileChild[] {
  return [
    new Paragraph({ style: cover.length > 0 ? "CoverTitle" : "Title", text: title }),
    ...(subtitle === null ? [] : [new Paragraph({ style: "Subtitle", text: subtitle })]),
    ...cover.map(
      ({ label, value }) =>
        new Paragraph({
          style: "CoverLine",
          children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(value)],
        }),
    ),
  ];
}

/** Lines that name their pages, and no field that would make them anew: Word and LibreOffice count such pages when they open the
 *  document, and LibreOffice leaves those of a whole table of contents empty. */
function contentsOf(contents: readonly Heading[]): FileChild[] {
  if (contents.length === 0) return [];
  const lines = contents.map(({ level, number, anchor, runs }) => {
    const words = `${number === null ? "" : `${number} `}${wordsIn(runs)}`;
    const page = new PageReference(anchor!, { hyperlink: true });
    return new Paragraph({
      style: `TOC${level}`,
      tabStops: [{ type: TabStopType.RIGHT, position: textTwips, leader: LeaderType.DOT }],
      children: [
        new InternalHyperlink({
          anchor: anchor!,
          children: [new TextRun(words), new TextRun({ children: [new Tab()] }), page],
        }),
      ],
    });
  });
  return [new Paragraph({ style: "TOCHeading", pageBreakBefore: true, text: "Indice" }), ...lines];
}

function blockOf(block: PrintBlock, lists: ListReferences): FileChild[] {
  switch (block.type) {
    case "heading":
      return [headingOf(block)];
    case "paragraph":
      return [paragraphOf(block.runs, { keepNext: block.leads ?? false })];
    case "quote":
      return [paragraphOf(block.runs, { style: "Quote" })];
    case "list":
      return listOf(block, 0, lists);
    case "table":
      return [tableOf(block), new Paragraph({ style: "AfterTable" })];
    case "objective":
      return objectiveParts(block).flatMap((part) => blockOf(part, lists));
  }
}

function paragraphOf(
  runs: readonly Run[],
  options: ConstructorParameters<typeof Paragraph>[0] = {},
): Paragraph {
  const given = typeof options === "string" ? { text: options } : options;
  return new Paragraph({ ...given, bidirectional: isRightToLeft(runs), children: docxRuns(runs) });
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function headingOf({ level, number, anchor, beginsPage, runs }: Heading): Paragraph {
  const words: ParagraphChild[] = [
    ...(number === null ? [] : [new TextRun(`${number} `)]),
    ...docxRuns(runs),
  ];
  return new Paragraph({
    heading: headings[level - 1]!,
    pageBreakBefore: beginsPage,
    children: anchor === null ? words : [new Bookmark({ id: anchor, children: words })],
  });
}

function listOf({ start, items }: List, depth: number, lists: ListReferences): Paragraph[] {
  const numbering = lists.next(start, depth);
  const style = start === null ? "ListBullet" : "ListNumber";
  return items.flatMap((item) => [
    paragraphOf(item.runs, { style, numbering }),
    ...item.lists.flatMap((list) => listOf(list, depth + 1, lists)),
  ]);
}

function tableOf(table: Table): DocxTable {
  const widths = columnWidths(table).map((part) => Math.round(part * textTwips));
  return new DocxTable({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: tableBorders,
    tableLook: { firstRow: table.headerRows > 0, noHBand: true, noVBand: true },
    rows: table.rows.map(
      (cells, row) =>
        new TableRow({
          // Said of no other row: programs that do not read its value take it for said.
          ...(row < table.headerRows ? { tableHeader: true } : {}),
          cantSplit: isShortRow(cells),
          children: cells.map((cell) => cellOf(cell, widths)),
        }),
    ),
  });
}

function cellOf({ scope, column, colspan, rowspan, runs }: Cell, widths: readonly number[]): TableCell {
  const size = widths.slice(column, column + colspan).reduce((sum, width) => sum + width, 0);
  return new TableCell({
    columnSpan: colspan,
    rowSpan: rowspan,
    width: { size, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    ...(scope === null ? {} : { shading: { fill: headerFill } }),
    children: [paragraphOf(runs, { style: scope === null ? "TableText" : "TableHeading" })],
  });
}
