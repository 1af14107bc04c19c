import { columnWidths } from "../../print/column-widths.ts";
import { hasRightToLeft, isRightToLeft } from "../../print/direction.ts";
import { isShortRow } from "../../print/is-short-row.ts";
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

/** At least so many letters stand in a line of text, and in one of a table as wide as the page. */
const [lettersAcross, smallLettersAcross] = [70, 60];
/** Between the margins of the template, in points; and what stands left and right of the words of a cell. */
const [pageWidth, cellInset] = [470.5, 10];

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
        return [{ type: block.type, leads: block.leads ?? false, ...this.words(block.runs) }];
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
        const part = sumOf(widths.slice(column, column + colspan));
        const across = Math.max(2, Math.floor(part * smallLettersAcross) - 1);
        return {
          isHeader: scope !== null,
          column,
          row,
          colspan,
          rowspan,
          ...this.words(runs, { across, width: part * pageWidth - cellInset }),
        };
      }),
      isShort: isShortRow(cells),
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
    room: Room = { across: lettersAcross },
  ): { readonly runs: unknown; readonly rightToLeft: boolean } {
    return { runs: runs.map((run) => this.run(run, room)), rightToLeft: isRightToLeft(runs) };
  }

  /** Most are a string. */
  private run(run: Run, room: Room): unknown {
    if (run.type === "break") return { break: true };
    const { text, bold, italic, underline, link, change } = run;
    const words = breakable(text, room).map((piece) =>
      typeof piece === "string" ? this.printable(piece) : piece.map(this.printable),
    );
    const isPlain = !bold && !italic && !underline && link === null && change === null;
    if (isPlain && words.length === 1 && typeof words[0] === "string") return words[0];
    return { words, width: room.width ?? null, bold, italic, underline, link, change };
  }
}

/** How many letters a word may have that surely fits, and how wide what it stands in is, for the compiler to measure a longer one;
 *  without it a longer one does not fit. */
interface Room {
  readonly across: number;
  readonly width?: number;
}

/** A word that is longer than its line would leave the page, or its cell: it is a list of the pieces between which it may be broken.
 *  Words of scripts whose letters join have none. */
function breakable(text: string, { across, width = 0 }: Room): (string | string[])[] {
  if (text.length < across) return [text];
  return text
    .split(new RegExp(`([^\\s-]{${across},})`, "u"))
    .map((piece, index) =>
      index % 2 === 0 || hasRightToLeft(piece) || mostWidthOf(piece) <= width ? piece : piecesOf(piece),
    )
    .filter((piece) => piece !== "");
}

/** No word of a cell is wider, in points: for most this is enough to know. Measuring all of them took 0.3 s of a plan of 100 pages. */
function mostWidthOf(word: string): number {
  const narrow = word.match(/[iljtfr.,:;'’()]/g)?.length ?? 0;
  const usual = word.match(/[abcdeghknopqsuvxyzàèéìòù0-9]/g)?.length ?? 0;
  return 9 * (narrow * 0.42 + usual * 0.62 + (word.length - narrow - usual) * 1.2);
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
