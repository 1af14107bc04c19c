import { columnWidths } from "../../print/column-widths.ts";
import { hasRightToLeft, isRightToLeft } from "../../print/direction.ts";
import type { Print } from "../../print/lay-out.ts";
import { objectiveParts } from "../../print/objective-parts.ts";
import type { Cell, List, PrintBlock, Run, Table } from "../../print/print-block.ts";

/** What the template reads: the print, with what is easier told here than there. */
export function pdfInput(print: Print, printable: (text: string) => string): string {
  const { title, subtitle, language, date, cover, blocks } = print;
  const writer = new InputWriter(printable);
  return JSON.stringify({
    title: printable(title),
    subtitle: subtitle === null ? null : printable(subtitle),
    language,
    date,
    cover: cover.map(({ label, value }) => ({ label: printable(label), value: printable(value) })),
    blocks: blocks.flatMap((block) => writer.block(block)),
  });
}

/** About so many letters stand in a line. */
const lettersAcross = 70;

class InputWriter {
  constructor(private readonly printable: (text: string) => string) {}

  block(block: PrintBlock): unknown[] {
    switch (block.type) {
      case "heading": {
        const { type, level, anchor, beginsPage } = block;
        const number = block.number === null ? null : this.printable(block.number);
        return [{ type, level, number, anchor, beginsPage, ...this.words(block.runs) }];
      }
      case "paragraph":
      case "quote":
        return [{ type: block.type, ...this.words(block.runs) }];
      case "list":
        return [this.list(block)];
      case "table":
        return [this.table(block)];
      case "objective":
        return objectiveParts(block).flatMap((part) => this.block(part));
    }
  }

  private list({ type, start, items }: List): unknown {
    const item = ({ runs, lists }: List["items"][number]) => ({
      ...this.words(runs),
      lists: lists.map((list) => this.list(list)),
    });
    return { type, start, items: items.map(item) };
  }

  private table(table: Table): unknown {
    const widths = columnWidths(table);
    const rows = table.rows.map((cells, row) => ({
      cells: cells.map(({ scope, column, colspan, rowspan, runs }) => {
        const across = Math.floor(sumOf(widths.slice(column, column + colspan)) * lettersAcross) - 1;
        return {
          isHeader: scope !== null,
          column,
          row,
          colspan,
          rowspan,
          ...this.words(runs, Math.max(2, across)),
        };
      }),
      isHeader: isHeaderRow(cells, table),
    }));
    const headers = table.rows.slice(0, table.headerRows).flat();
    // What is repeated on the next page is no part of the text, and PDF/UA lets it hold no link.
    const repeats = headers.every(({ runs }) =>
      runs.every((run) => run.type === "break" || run.link === null),
    );
    return { type: table.type, headerRows: table.headerRows, repeats, widths, rows };
  }

  private words(
    runs: readonly Run[],
    across = lettersAcross,
  ): { readonly runs: unknown; readonly rightToLeft: boolean } {
    return { runs: runs.map((run) => this.run(run, across)), rightToLeft: isRightToLeft(runs) };
  }

  /** Most are a string. */
  private run(run: Run, across: number): unknown {
    if (run.type === "break") return { break: true };
    const { text, bold, italic, underline, link, change } = run;
    const pieces = breakable(text, across).map(this.printable);
    const isPlain = !bold && !italic && !underline && link === null && change === null;
    return isPlain && pieces.length === 1 ? pieces[0] : { pieces, bold, italic, underline, link, change };
  }
}

/** A word that is longer than its line would leave the page, or its cell: it may be broken between these pieces. A text without
 *  one is a single piece, and so are words of scripts whose letters join. */
function breakable(text: string, across: number): string[] {
  if (text.length < across) return [text];
  return text
    .split(new RegExp(`([^\\s-]{${across},})`, "u"))
    .flatMap((piece, index) => (index % 2 === 0 || hasRightToLeft(piece) ? [piece] : piecesOf(piece)))
    .filter((piece) => piece !== "");
}

// A letter and what stands on it, or an emoji of several, is never cut.
const graphemes = new Intl.Segmenter("it", { granularity: "grapheme" });
const lettersOfPiece = 5;

function piecesOf(word: string): string[] {
  const letters = Array.from(graphemes.segment(word), ({ segment }) => segment);
  return Array.from({ length: Math.ceil(letters.length / lettersOfPiece) }, (_, index) =>
    letters.slice(index * lettersOfPiece, (index + 1) * lettersOfPiece).join(""),
  );
}

/** A whole row of headers, into and out of which nothing reaches. */
function isHeaderRow(cells: readonly Cell[], { columns }: Table): boolean {
  const width = sumOf(cells.map(({ colspan }) => colspan));
  return width === columns && cells.every(({ scope, rowspan }) => scope === "column" && rowspan === 1);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
