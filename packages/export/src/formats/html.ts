import type { Difference } from "@upiao/document";
import { changesOfDifference } from "../print/blocks-of-difference.ts";
import { hasRightToLeft } from "../print/direction.ts";
import {
  deepestLevel,
  layOutExcerpt,
  layOutTexts,
  type PageOfTexts,
  type Print,
  type TextOnPage,
} from "../print/lay-out.ts";
import { objectiveParts } from "../print/objective-parts.ts";
import type {
  Cell,
  Heading,
  List,
  Objective,
  PrintBlock,
  Run,
  RunChange,
  Table,
  TextRun,
} from "../print/print-block.ts";
import { pageStyle } from "./html/page-style.ts";

/** A page that needs nothing beside it, and runs nothing. */
export function writeHtml(print: Print): string {
  const { title, subtitle, language, cover } = print;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(subtitle ? `${title} – ${subtitle}` : title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header class="print-cover">
<h1>${escapeHtml(title)}</h1>
${subtitle ? `<p class="print-subtitle">${escapeHtml(subtitle)}</p>\n` : ""}${coverOf(cover)}</header>
${contentsOf(print.contents)}<main class="print-text">
${bodyOf(print.blocks)}
</main>
</body>
</html>
`;
}

/** Texts of one document, for a page of somebody else's: no styles, the classes of the whole page. */
export function htmlOfTexts(texts: readonly TextOnPage[], page: PageOfTexts): string[] {
  return layOutTexts(texts, page).map(bodyOf);
}

/** What has changed alone, in the same way, with so many blocks around it; in the place of the others is how many they are. */
export function htmlOfChanges(
  difference: Difference,
  { level, around }: { readonly level: number; readonly around: number },
): (string | number)[] {
  return changesOfDifference(difference, around).map((one) =>
    typeof one === "number" ? one : bodyOf(layOutExcerpt(one, level)),
  );
}

function bodyOf(blocks: readonly PrintBlock[]): string {
  return blocks.map(blockOf).join("\n");
}

function coverOf(cover: Print["cover"]): string {
  if (cover.length === 0) return "";
  const pairs = cover.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl>\n${pairs.join("\n")}\n</dl>\n`;
}

function contentsOf(contents: readonly Heading[]): string {
  if (contents.length === 0) return "";
  const lines = contents.map(
    ({ anchor, level, number, runs }) =>
      `<li class="print-contents-${level}"><a href="#${anchor}">${numberOf(number)}${runs.map(textOf).join("")}</a></li>`,
  );
  return `<nav class="print-contents" aria-labelledby="indice">\n<h2 id="indice">Indice</h2>\n<ul>\n${lines.join("\n")}\n</ul>\n</nav>\n`;
}

function blockOf(block: PrintBlock): string {
  switch (block.type) {
    case "heading":
      return headingOf(block);
    case "paragraph":
      return `<p${directionOf(block.runs)}>${runsOf(block.runs)}</p>`;
    case "quote":
      return `<blockquote${directionOf(block.runs)}><p>${runsOf(block.runs)}</p></blockquote>`;
    case "list":
      return listOf(block);
    case "table":
      return tableOf(block);
    case "objective":
      return objectiveOf(block);
  }
}

function headingOf({ level, number, anchor, runs }: Heading): string {
  const tag = `h${Math.min(level + 1, deepestLevel)}`;
  const id = anchor === null ? "" : ` id="${anchor}"`;
  return `<${tag}${id}${directionOf(runs)}>${numberOf(number)}${runsOf(runs)}</${tag}>`;
}

function numberOf(number: string | null): string {
  return number === null ? "" : `${escapeHtml(number)} `;
}

function listOf({ start, items }: List): string {
  const tag = start === null ? "ul" : "ol";
  const first = start === null || start === 1 ? "" : ` start="${start}"`;
  const inside = items.map(
    ({ runs, lists }) =>
      `<li${directionOf(runs)}>${runsOf(runs)}${lists.map((list) => `\n${listOf(list)}`).join("")}</li>`,
  );
  return `<${tag}${first}>\n${inside.join("\n")}\n</${tag}>`;
}

function tableOf({ caption, headerRows, rows }: Table): string {
  const lines = rows.map((cells) => `<tr>${cells.map(cellOf).join("")}</tr>`);
  const part = (tag: string, within: string[]) =>
    within.length > 0 ? `<${tag}>\n${within.join("\n")}\n</${tag}>\n` : "";
  const inside = part("thead", lines.slice(0, headerRows)) + part("tbody", lines.slice(headerRows));
  // Reachable by keyboard: a wide table scrolls on a narrow screen.
  return `<div class="print-table" tabindex="0" role="region" aria-label="${escapeHtml(caption)}">
<table>\n<caption>${escapeHtml(caption)}</caption>\n${inside}</table>\n</div>`;
}

function cellOf({ scope, colspan, rowspan, runs }: Cell): string {
  const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ""}${rowspan > 1 ? ` rowspan="${rowspan}"` : ""}`;
  if (scope === null) return `<td${spans}${directionOf(runs)}>${runsOf(runs)}</td>`;
  return `<th scope="${scopeOf(scope, colspan, rowspan)}"${spans}${directionOf(runs)}>${runsOf(runs)}</th>`;
}

function scopeOf(scope: "column" | "row", colspan: number, rowspan: number): string {
  if (scope === "column") return colspan > 1 ? "colgroup" : "col";
  return rowspan > 1 ? "rowgroup" : "row";
}

function objectiveOf(objective: Objective): string {
  return `<section class="print-objective">\n${objectiveParts(objective).map(blockOf).join("\n")}\n</section>`;
}

const changeTags: Record<RunChange, [string, string]> = {
  inserted: ["<ins>", "</ins>"],
  removed: ["<del>", "</del>"],
  formatted: ['<span class="print-formatted">', "</span>"],
};

function runsOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.type === "break" ? "<br>" : textRunOf(run))).join("");
}

function textRunOf({ text, bold, italic, underline, link, change }: TextRun): string {
  let html = escapeHtml(text);
  if (underline) html = `<u>${html}</u>`;
  if (italic) html = `<em>${html}</em>`;
  if (bold) html = `<strong>${html}</strong>`;
  if (link !== null) html = `<a href="${escapeHtml(link)}">${html}</a>`;
  return change === null ? html : changeTags[change].join(html);
}

function textOf(run: Run): string {
  return run.type === "break" ? " " : escapeHtml(run.text);
}

function directionOf(runs: readonly Run[]): string {
  return runs.some((run) => run.type === "text" && hasRightToLeft(run.text)) ? ' dir="auto"' : "";
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => entities[letter]!);
}
