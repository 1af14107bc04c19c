import { columnWidths } from "../../print/column-widths.ts";
import { isRightToLeft } from "../../print/direction.ts";
import { isShortRow } from "../../print/is-short-row.ts";
import type { Print } from "../../print/lay-out.ts";
import { objectiveParts } from "../../print/objective-parts.ts";
import type { Cell, Heading, List, PrintBlock, Run, Table } from "../../print/print-block.ts";
import { wordsIn } from "../../print/runs.ts";
import { namespaces } from "./namespaces.ts";
import { odtRuns } from "./odt-runs.ts";
import { odtText, xmlText } from "./xml.ts";

export function odtContent(print: Print): string {
  const styles = new OwnStyles();
  const text = [
    coverOf(print),
    contentsOf(print.contents),
    ...print.blocks.map((block) => blockOf(block, styles)),
  ].join("\n");
  return `<office:document-content ${namespaces} office:version="1.3">
<office:automatic-styles>
${tableStyles}
${styles.written}
</office:automatic-styles>
<office:body>
<office:text text:use-soft-page-breaks="false">
${text}
</office:text>
</office:body>
</office:document-content>
`;
}

// LibreOffice knows those of tables only as styles of one document.
const tableStyles = `<style:style style:name="Table" style:family="table"><style:table-properties style:width="17cm" table:align="margins" table:border-model="collapsing" fo:margin-top="0.2cm" fo:margin-bottom="0cm"/></style:style>
<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="Tall_20_Row" style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #8c9bab" fo:padding="0.12cm" style:vertical-align="top"/></style:style>
<style:style style:name="Header_20_Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #8c9bab" fo:padding="0.12cm" fo:background-color="#e6eef7" style:vertical-align="top"/></style:style>`;

/** Styles that this document needs and nobody would want in a list of styles: of single columns and directions. */
class OwnStyles {
  private readonly all = new Map<string, string>();

  /** In ten-thousandths of the table. */
  column(width: number): string {
    return this.note(
      `Column_20_${width}`,
      (name) =>
        `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:rel-column-width="${width}*"/></style:style>`,
    );
  }

  paragraph(style: string, runs: readonly Run[]): string {
    if (!isRightToLeft(runs)) return style;
    return this.note(
      `Right_20_to_20_left_20_${style}`,
      (name) =>
        `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${style}"><style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="start"/></style:style>`,
    );
  }

  private note(name: string, write: (name: string) => string): string {
    if (!this.all.has(name)) this.all.set(name, write(name));
    return name;
  }

  get written(): string {
    return [...this.all.values()].join("\n");
  }
}

function coverOf({ title, subtitle, cover }: Print): string {
  const line = (style: string, inside: string) => `<text:p text:style-name="${style}">${inside}</text:p>`;
  return [
    line(cover.length > 0 ? "Cover_20_Title" : "Title", odtText(title)),
    ...(subtitle === null ? [] : [line("Subtitle", odtText(subtitle))]),
    ...cover.map(({ label, value }) =>
      line(
        "Cover_20_Line",
        `<text:span text:style-name="Strong_20_Emphasis">${odtText(label)}:</text:span> ${odtText(value)}`,
      ),
    ),
  ].join("\n");
}

/** The pages are counted by who opens it. */
function contentsOf(contents: readonly Heading[]): string {
  if (contents.length === 0) return "";
  const lines = contents.map(({ level, number, anchor, runs }) => {
    const words = odtText(`${number === null ? "" : `${number} `}${wordsIn(runs)}`);
    const page = `<text:bookmark-ref text:reference-format="page" text:ref-name="${anchor}"/>`;
    return `<text:p text:style-name="Contents_20_${level}"><text:a xlink:type="simple" xlink:href="#${anchor}" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">${words}<text:tab/>${page}</text:a></text:p>`;
  });
  const title = `<text:p text:style-name="Contents_20_Heading">Indice</text:p>`;
  return `<text:table-of-content text:name="Indice" text:protected="false">
<text:table-of-content-source text:outline-level="2"><text:index-title-template text:style-name="Contents_20_Heading">Indice</text:index-title-template>${[1, 2].map(templateOf).join("")}</text:table-of-content-source>
<text:index-body><text:index-title text:name="Titolo dell'indice">${title}</text:index-title>
${lines.join("\n")}
</text:index-body>
</text:table-of-content>`;
}

function templateOf(level: number): string {
  return `<text:table-of-content-entry-template text:outline-level="${level}" text:style-name="Contents_20_${level}"><text:index-entry-link-start text:style-name="Index_20_Link"/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>`;
}

function blockOf(block: PrintBlock, styles: OwnStyles): string {
  switch (block.type) {
    case "heading":
      return headingOf(block);
    case "paragraph":
      return paragraphOf(block.leads ? "Leading_20_Line" : "Text_20_body", block.runs, styles);
    case "quote":
      return paragraphOf("Quotations", block.runs, styles);
    case "list":
      return listOf(block, styles);
    case "table":
      return tableOf(block, styles);
    case "objective":
      return objectiveParts(block)
        .map((part) => blockOf(part, styles))
        .join("\n");
  }
}

function paragraphOf(style: string, runs: readonly Run[], styles: OwnStyles): string {
  return `<text:p text:style-name="${styles.paragraph(style, runs)}">${odtRuns(runs)}</text:p>`;
}

function headingOf({ level, number, anchor, beginsPage, runs }: Heading): string {
  const words = `${number === null ? "" : `${xmlText(number)} `}${odtRuns(runs)}`;
  const marked =
    anchor === null
      ? words
      : `<text:bookmark-start text:name="${anchor}"/>${words}<text:bookmark-end text:name="${anchor}"/>`;
  const style = beginsPage && level === 1 ? "Part" : `Heading_20_${level}`;
  return `<text:h text:style-name="${style}" text:outline-level="${level}">${marked}</text:h>`;
}

function listOf({ start, items }: List, styles: OwnStyles): string {
  const [list, style] = start === null ? ["Bullets", "List_20_Bullet"] : ["Numbers", "List_20_Number"];
  const inside = items.map(({ runs, lists }, index) => {
    const first = index === 0 && start !== null ? ` text:start-value="${start}"` : "";
    const under = lists.map((inner) => listOf(inner, styles)).join("");
    return `<text:list-item${first}>${paragraphOf(style!, runs, styles)}${under}</text:list-item>`;
  });
  return `<text:list text:style-name="${list}">${inside.join("\n")}</text:list>`;
}

function tableOf(table: Table, styles: OwnStyles): string {
  const { caption, headerRows, rows } = table;
  const columns = columnWidths(table).map(
    (part) => `<table:table-column table:style-name="${styles.column(Math.round(part * 10_000))}"/>`,
  );
  const lines = rowsOf(table, styles);
  const headers = lines.slice(0, headerRows).join("\n");
  return `<table:table table:name="${xmlText(caption)}" table:style-name="Table"><table:title>${xmlText(caption)}</table:title>
${columns.join("")}
${headerRows > 0 ? `<table:table-header-rows>${headers}</table:table-header-rows>\n` : ""}${lines.slice(headerRows, rows.length).join("\n")}
</table:table>
<text:p text:style-name="After_20_Table"/>`;
}

/** Each place of the grid has an element, also where a cell reaches over it. */
function rowsOf({ columns, rows }: Table, styles: OwnStyles): string[] {
  const covered = new Set<string>();
  return rows.map((cells, row) => {
    const own = new Map(cells.map((cell) => [cell.column, cell]));
    for (const { column, colspan, rowspan } of cells)
      for (let down = 0; down < rowspan; down++)
        for (let right = 0; right < colspan; right++)
          if (down + right > 0) covered.add(`${row + down} ${column + right}`);
    const inside = Array.from({ length: columns }, (_, column) => {
      const cell = own.get(column);
      if (cell) return cellOf(cell, styles);
      return covered.has(`${row} ${column}`) ? "<table:covered-table-cell/>" : "";
    });
    return `<table:table-row table:style-name="${isShortRow(cells) ? "Row" : "Tall_20_Row"}">${inside.join("")}</table:table-row>`;
  });
}

function cellOf({ scope, colspan, rowspan, runs }: Cell, styles: OwnStyles): string {
  const spans = `${colspan > 1 ? ` table:number-columns-spanned="${colspan}"` : ""}${rowspan > 1 ? ` table:number-rows-spanned="${rowspan}"` : ""}`;
  const [cell, text] =
    scope === null ? ["Cell", "Table_20_Contents"] : ["Header_20_Cell", "Table_20_Heading"];
  return `<table:table-cell table:style-name="${cell}" office:value-type="string"${spans}>${paragraphOf(text!, runs, styles)}</table:table-cell>`;
}
