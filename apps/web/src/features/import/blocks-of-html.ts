import type { JSONContent } from "@tiptap/core";
import { DOMParser as TextParser } from "@tiptap/pm/model";
import { linkTarget, schema } from "@upiao/document";
import { cleanPastedHtml } from "../../editor/pasting/clean-pasted-html.ts";
import type { NotKept } from "./not-kept.ts";

/** The blocks of an HTML text, by the way of what is pasted. Its document is one that shows and runs nothing and fetches nothing. */
export function blocksOfHtml(html: string): { blocks: JSONContent[]; notKept: NotKept } {
  const notKept = countLost(inertBody(html));
  const text = TextParser.fromSchema(schema).parse(inertBody(cleanPastedHtml(html)));
  const blocks = (text.toJSON() as JSONContent).content ?? [];
  return { blocks: blocks.filter(saysSomething), notKept };
}

/** mammoth puts the notes of a document at its end: here each stands where it is asked for, «[nota: …]». */
export function placeNotes(html: string): string {
  const body = inertBody(html);
  for (const link of body.querySelectorAll('a[id^="footnote-ref-"], a[id^="endnote-ref-"]')) {
    const note = body.querySelector(`li#${CSS.escape((link.getAttribute("href") ?? "").slice(1))}`);
    for (const back of note?.querySelectorAll('a[href^="#footnote-ref-"], a[href^="#endnote-ref-"]') ?? [])
      back.remove();
    const words = note?.textContent?.trim() ?? "";
    (link.closest("sup") ?? link).replaceWith(words === "" ? "" : ` [nota: ${words}]`);
  }
  for (const note of body.querySelectorAll('li[id^="footnote-"], li[id^="endnote-"]')) note.remove();
  return body.innerHTML;
}

function countLost(body: HTMLElement): NotKept {
  const many = (selector: string) => body.querySelectorAll(selector).length;
  const links = [...body.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? "");
  return {
    images: many("img, svg, canvas"),
    objects: many("iframe, object, embed, video, audio, form"),
    scripts: many("script"),
    cells: [...body.querySelectorAll("td, th")].filter(holdsBlocks).length,
    numbers: many("ol[start]:not([start='1']), ol > li[value]"),
    links: links.filter((href) => !href.startsWith("#") && linkTarget(href) === null).length,
  };
}

/** A cell of a section holds lines. What is drawn around a text alone is no table, and its text keeps its lists. */
function holdsBlocks(cell: Element): boolean {
  const isFrame = cell.closest("table")?.querySelectorAll("td, th").length === 1;
  return !isFrame && cell.querySelector("li, table") !== null;
}

function inertBody(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, "text/html").body;
}

/** An empty text has one empty block. */
function saysSomething({ content, type }: JSONContent): boolean {
  return type === "table" || type === "objective" || (content?.length ?? 0) > 0;
}
