import { referenceTo } from "@upiao/document";
import type { Print } from "../print/lay-out.ts";
import { deepestLevel } from "../print/lay-out.ts";
import { objectiveParts } from "../print/objective-parts.ts";
import type { List, Objective, PrintBlock, Run, RunChange, Table, TextRun } from "../print/print-block.ts";
import { mapRuns } from "../print/references.ts";
import { wordsIn } from "../print/runs.ts";

/** GFM as the reader of `document` takes it back: the title is `#`, and what stands under it begins at `##`. */
export function writeMarkdown({ title, subtitle, cover, blocks }: Print): string {
  const top = [
    `# ${escapeMarkdown(title)}`,
    // Of a section that is printed alone nothing stands here: it would come back as its text.
    ...(subtitle === null || cover.length === 0 ? [] : [`**${escapeMarkdown(subtitle)}**`]),
    ...(cover.length === 0 ? [] : [coverOf(cover)]),
  ];
  const text: string[] = [];
  let before: PrintBlock | null = null;
  let markers = 0;
  for (const block of linkedByWords(title, blocks)) {
    // Two lists that follow each other are told apart by their markers.
    markers = block.type === "list" && before?.type === "list" ? 1 - markers : 0;
    text.push(blockOf(block, markers));
    before = block;
  }
  return `${[...top, ...text].filter((block) => block !== "").join("\n\n")}\n`;
}

/** Within a Markdown text a link leads to the words of a heading, as GitHub and most others make an anchor of them. */
function linkedByWords(title: string, blocks: readonly PrintBlock[]): PrintBlock[] {
  const times = new Map<string, number>();
  const slugOf = (words: string) => {
    const slug = words
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    const before = times.get(slug) ?? 0;
    times.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  };
  slugOf(title);
  const slugs = new Map<string, string>();
  for (const block of blocks) {
    if (block.type !== "heading") continue;
    const slug = slugOf(`${block.number ?? ""} ${wordsIn(block.runs)}`);
    if (block.anchor !== null) slugs.set(`#${block.anchor}`, `#${slug}`);
  }
  const linked = (run: Run): Run =>
    run.type === "text" && run.link !== null ? { ...run, link: slugs.get(run.link) ?? run.link } : run;
  return blocks.map((block) => mapRuns(block, (runs) => runs.map(linked)));
}

function coverOf(cover: Print["cover"]): string {
  return cover
    .map(({ label, value }) => `- **${escapeMarkdown(label)}**: ${escapeMarkdown(value)}`)
    .join("\n");
}

function blockOf(block: PrintBlock, markers: number): string {
  switch (block.type) {
    case "heading": {
      const number = block.number === null ? "" : `${escapeMarkdown(block.number)} `;
      // A heading has one line.
      return `${"#".repeat(Math.min(block.level + 1, deepestLevel))} ${number}${lineOf(block.runs, " ")}`.trimEnd();
    }
    case "paragraph":
      return runsOf(block.runs, hardBreak);
    case "quote":
      return `> ${runsOf(block.runs, hardBreak).replaceAll("\n", "\n> ")}`;
    case "list":
      return listOf(block, "", markers);
    case "table":
      return tableOf(block);
    case "objective":
      return objectiveOf(block);
  }
}

const hardBreak = "\\\n";

function listOf({ start, items }: List, indent: string, markers: number): string {
  return items
    .map(({ runs, lists }, index) => {
      const marker = start === null ? "-*"[markers]! : `${start + index}${".)"[markers]}`;
      const inner = `${indent}${" ".repeat(marker.length + 1)}`;
      const text = runsOf(runs, `\\\n${inner}`);
      // An item without words would swallow the list under it.
      const line = `${indent}${marker} ${text === "" && lists.length > 0 ? "&nbsp;" : text}`;
      const under = lists.map((list, at) => `\n${listOf(list, inner, at % 2)}`);
      return `${line.trimEnd()}${under.join("")}`;
    })
    .join("\n");
}

/** A table of GFM has one header row and no spans: what spans stands in the first of its places. */
function tableOf({ columns, headerRows, rows }: Table): string {
  const lines = rows.map((cells) => {
    const line = Array.from({ length: columns }, () => "");
    for (const { column, runs } of cells) line[column] = runsOf(runs, " ");
    return line;
  });
  const [header, ...body] = headerRows > 0 ? lines : [Array.from({ length: columns }, () => ""), ...lines];
  const rule = Array.from({ length: columns }, () => "---");
  return [header!, rule, ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function objectiveOf(objective: Objective): string {
  if (objective.copied !== null) return `\`\`\`objective\n${objective.copied}\n\`\`\``;
  return objectiveParts(objective)
    .map((part) => blockOf(part, 0))
    .join("\n\n");
}

const changeSigns: Record<RunChange, [string, string]> = {
  inserted: ["{++", "++}"],
  removed: ["~~", "~~"],
  formatted: ["{==", "==}"],
};

function runsOf(runs: readonly Run[], newLine: string): string {
  return escapeStart(lineOf(runs, newLine));
}

function lineOf(runs: readonly Run[], newLine: string): string {
  return byTarget(runs)
    .map(({ target, runs }) => {
      const words = runs.map((run) => (run.type === "break" ? newLine : textRunOf(run))).join("");
      return target === null ? words : linkOf(words, target);
    })
    .join("")
    .trim();
}

/** Words of one link are one, however they look. */
function byTarget(runs: readonly Run[]): { readonly target: string | null; readonly runs: Run[] }[] {
  const groups: { readonly target: string | null; readonly runs: Run[] }[] = [];
  for (const run of runs) {
    const target = run.type === "break" ? null : targetOf(run);
    const last = groups.at(-1);
    if (last && last.target === target) last.runs.push(run);
    else groups.push({ target, runs: [run] });
  }
  return groups;
}

function linkOf(marked: string, target: string): string {
  const words = marked.trim();
  return words === "" ? marked : marked.replace(words, () => `[${words}](${target})`);
}

function textRunOf({ text, bold, italic, change }: TextRun): string {
  // Signs stand at words: beside a space they would be letters.
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (words === "") return change === null || change === "formatted" ? text : changeSigns[change].join(text);
  let marked = escapeMarkdown(words);
  if (italic) marked = `*${marked}*`;
  if (bold) marked = `**${marked}**`;
  return before + (change === null ? marked : changeSigns[change].join(marked)) + after;
}

/** A reference leads to its part where that is in this text; as what it is, it is read back in the title of the link. */
function targetOf({ link, part }: TextRun): string | null {
  if (link === null) return part === null ? null : `<${referenceTo(part)}>`;
  const address = `<${link.replaceAll(/[<>\\]/g, encodeURIComponent)}>`;
  return part === null ? address : `${address} "${referenceTo(part)}"`;
}

/** Signs that would be read as more than themselves. An underscore within a word is no sign. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*[\]<>|~]/g, "\\$&")
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replaceAll(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll(/\{(?=\+\+|==)|!(?=\\\[)/g, "\\$&");
}

/** What would begin another kind of block. */
function escapeStart(line: string): string {
  return line.replaceAll(/^(\s*)(?:([#+=:-])|(\d{1,9})([.)])(?=\s|$))/gm, (_all, space, sign, number, dot) =>
    sign === undefined ? `${space}${number}\\${dot}` : `${space}\\${sign}`,
  );
}
