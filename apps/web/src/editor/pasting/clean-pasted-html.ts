import { deepestHeading, deepestIndent, readCopiedObjective } from "@upiao/document";
import { escapeHtml, type InlineMarks, marksInside, noMarks, styleOf, writeMarked } from "./inline-marks.ts";
import { isWordMarker, readWordListItem } from "./word-list.ts";

/** What HTML becomes on its way into a section: the words with their headings, lists, quotes, tables and links. All
 *  else that word processors and web pages put around them stays outside: styles, classes, images, scripts,
 *  comments, dangerous links. */
export function cleanPastedHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  // Headings that our own editor has copied have their level already.
  const isOurs = body.querySelector("[data-pm-slice]") !== null;
  const cleaner = new Cleaner(isOurs);
  cleaner.readChildren(body, { marks: noMarks, block: plainBlock, listDepth: 0, isPre: false });
  return cleaner.finish();
}

/** The same for what stands in one cell of a table: lines instead of blocks. */
function cleanCell(cell: Element, isOurs: boolean): string {
  const cleaner = new Cleaner(isOurs);
  cleaner.readChildren(cell, { marks: noMarks, block: plainBlock, listDepth: 0, isPre: false });
  return cleaner.lines().join("<br>");
}

type Block = { readonly tag: string; readonly attributes: string };
const plainBlock: Block = { tag: "p", attributes: "" };
const quoteBlock: Block = { tag: "p", attributes: ' data-kind="quote"' };

interface Place {
  readonly marks: InlineMarks;
  readonly block: Block;
  readonly listDepth: number;
  readonly isPre: boolean;
}

const skipped = new Set(
  "script style head title meta link template noscript iframe object embed svg math canvas img picture video audio map button input select textarea option datalist".split(
    " ",
  ),
);
const blocks = new Set(
  "p div section article main header footer aside nav figure figcaption address center form fieldset dl dt dd details summary pre caption body".split(
    " ",
  ),
);

class Cleaner {
  private readonly done: string[] = [];
  private readonly contents: string[] = [];
  private text = "";
  private block: Block = plainBlock;
  private hasBlocks = false;

  constructor(private readonly isOurs: boolean) {}

  finish(): string {
    // A few words are pasted into the line, not as a block of their own.
    if (!this.hasBlocks) return trimLine(this.text);
    this.endBlock(plainBlock);
    return this.done.join("");
  }

  lines(): string[] {
    this.endBlock(plainBlock);
    return this.contents;
  }

  readChildren(parent: Node, place: Place): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.readText(child.textContent ?? "", place);
      else if (child.nodeType === Node.ELEMENT_NODE) this.readElement(child as Element, place);
    }
  }

  private readElement(element: Element, place: Place): void {
    const name = element.localName;
    if (skipped.has(name) || isHidden(element) || isWordMarker(element)) return;
    if (name === "br") this.breakLine(place.block);
    else if (name === "hr") this.startBlock(place.block);
    else if (name === "table") this.readTable(element, place);
    else if (name === "ul" || name === "ol")
      this.readChildren(element, { ...place, listDepth: place.listDepth + 1 });
    else if (name === "li") this.readItem(element, place);
    else if (/^h[1-6]$/.test(name)) this.readBlock(element, place, this.headingOf(Number(name[1])));
    else if (name === "blockquote") this.readBlock(element, place, quoteBlock);
    else if (blocks.has(name)) this.readParagraph(element, place);
    else this.readChildren(element, { ...place, marks: marksInside(element, place.marks) });
  }

  private readParagraph(element: Element, place: Place): void {
    const item = readWordListItem(element);
    const kind = element.getAttribute("data-kind");
    if (item) this.readBlock(element, place, listBlock(item.kind, item.indent));
    else if (kind === "quote") this.readBlock(element, place, quoteBlock);
    else if (element.classList.contains("MsoTitle")) this.readBlock(element, place, this.headingOf(1));
    // A paragraph in a list item is the item; a second one, a new line of it.
    else if (place.listDepth > 0 && this.block === place.block) this.readLines(element, place);
    else this.readBlock(element, place, place.block);
  }

  private readItem(item: Element, place: Place): void {
    const list = item.parentElement?.localName === "ol" ? "ordered" : "bullet";
    // Word on the web writes each item as a list of its own and says the depth in words.
    const named = Number(item.getAttribute("data-aria-level") ?? item.getAttribute("aria-level") ?? 0);
    this.readBlock(item, place, listBlock(list, Math.max(place.listDepth, named || 0) - 1));
  }

  private readBlock(element: Element, place: Place, block: Block): void {
    this.startBlock(block);
    const marks = block.tag === "p" ? marksInside(element, place.marks) : noMarks;
    this.readChildren(element, { ...place, block, marks, isPre: place.isPre || element.localName === "pre" });
    this.startBlock(place.block);
  }

  private readLines(element: Element, place: Place): void {
    if (trimLine(this.text) !== "") this.text = `${trimLine(this.text)}<br>`;
    this.readChildren(element, { ...place, marks: marksInside(element, place.marks) });
  }

  private readTable(table: Element, place: Place): void {
    const objective = table.getAttribute("data-objective");
    if (objective !== null && readCopiedObjective(objective)) {
      this.startBlock(place.block);
      this.done.push(`<table data-objective="${escapeHtml(objective)}"></table>`);
      return;
    }
    const rows = [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
    const cells = rows.flatMap((row) => [...row.children]).filter((cell) => /^t[dh]$/.test(cell.localName));
    if (cells.length <= 1) {
      // A frame that some programs draw around a text.
      for (const cell of cells) this.readBlock(cell, place, place.block);
      return;
    }
    const caption = table.querySelector("caption");
    if (caption?.parentElement === table) this.readBlock(caption, place, plainBlock);
    this.startBlock(place.block);
    const html = rows
      .map((row) => `<tr>${[...row.children].map((cell) => this.cellOf(cell)).join("")}</tr>`)
      .join("");
    this.done.push(`<table><tbody>${html}</tbody></table>`);
    this.contents.push(...cells.map((cell) => cleanCell(cell, this.isOurs)).filter((line) => line !== ""));
  }

  private cellOf(cell: Element): string {
    const name = cell.localName;
    if (name !== "td" && name !== "th") return "";
    const spans = ["colspan", "rowspan"].map((span) => {
      const size = Number(cell.getAttribute(span) ?? 1);
      return Number.isInteger(size) && size > 1 && size <= 50 ? ` ${span}="${size}"` : "";
    });
    return `<${name}${spans.join("")}>${cleanCell(cell, this.isOurs)}</${name}>`;
  }

  private readText(text: string, place: Place): void {
    if (place.isPre) {
      const [first = "", ...rest] = text.split(/\r?\n/);
      this.addText(first, place.marks);
      for (const line of rest) {
        this.text += "<br>";
        this.addText(line, place.marks);
      }
      return;
    }
    const line = text.replaceAll(/[\t\n\r\f ]+/g, " ").replaceAll(/[ \u00a0]{2,}/g, " ");
    const isAtStart = this.text === "" || this.text.endsWith("<br>") || /[ ](<\/\w+>)*$/.test(this.text);
    this.addText(isAtStart ? line.replace(/^ +/, "") : line, place.marks);
  }

  private addText(text: string, marks: InlineMarks): void {
    if (text === "") return;
    this.text += text.trim() === "" ? text : writeMarked(escapeHtml(text), marks);
  }

  private breakLine(block: Block): void {
    // Two in a row are how mail programs part paragraphs.
    if (this.text.endsWith("<br>")) this.startBlock(block);
    else if (this.text !== "") this.text += "<br>";
  }

  private startBlock(next: Block): void {
    this.hasBlocks = true;
    this.endBlock(next);
  }

  private endBlock(next: Block): void {
    const line = trimLine(this.text);
    const { tag, attributes } = this.block;
    if (line !== "") {
      this.done.push(`<${tag}${attributes}>${line}</${tag}>`);
      this.contents.push(line);
    }
    this.text = "";
    this.block = next;
  }

  /** The first level of a section's headings is `h2`: the page's title stands above. */
  private headingOf(level: number): Block {
    const ours = this.isOurs ? Math.max(1, level - 1) : level;
    return { tag: `h${Math.min(ours, deepestHeading) + 1}`, attributes: "" };
  }
}

function listBlock(kind: "bullet" | "ordered", indent: number): Block {
  const within = Math.min(Math.max(indent, 0), deepestIndent);
  return { tag: "p", attributes: ` data-kind="${kind}" data-indent="${within}"` };
}

function isHidden(element: Element): boolean {
  const style = styleOf(element);
  const isWordComment = (style.get("mso-element") ?? "").startsWith("comment");
  return (
    element.hasAttribute("hidden") ||
    style.get("display") === "none" ||
    style.get("mso-hide") === "all" ||
    isWordComment
  );
}

function trimLine(line: string): string {
  return line.replace(/^(?:\s|&nbsp;|<br>)+/, "").replace(/(?:\s|&nbsp;|<br>)+$/, "");
}
