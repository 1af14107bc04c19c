import { isSuggestionId, type LookName, linkTarget, type MarkJson, partReference } from "@upiao/document";
import { cleanText } from "./clean-text.ts";
import type { Run, RunChange, TextRun } from "./print-block.ts";

type Look = Omit<TextRun, "type" | "text">;

const plain: Look = { bold: false, italic: false, underline: false, link: null, part: null, change: null };

const looks: Record<LookName, (mark: MarkJson) => Partial<Look>> = {
  bold: () => ({ bold: true }),
  italic: () => ({ italic: true }),
  underline: () => ({ underline: true }),
  link: ({ attrs }) => {
    const part = partReference(attrs?.href);
    return part === null ? { link: linkTarget(attrs?.href) } : { part };
  },
};

const isLook = (name: string): name is LookName => name in looks;

/** Letters with their marks as runs: none where somebody only proposes them. */
export function runsOf(
  text: string,
  marks: readonly MarkJson[] = [],
  change: RunChange | null = null,
): Run[] {
  if (marks.some(({ type, attrs }) => type === "insertion" && isSuggestionId(attrs?.id))) return [];
  const shown = marks.map((mark) => (isLook(mark.type) ? looks[mark.type](mark) : {}));
  const look: Look = Object.assign({ ...plain, change }, ...shown);
  return cleanText(text)
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
    .flatMap((line, index): Run[] => [
      ...(index > 0 ? [{ type: "break" as const, change }] : []),
      ...(line === "" ? [] : [{ type: "text" as const, text: line, ...look }]),
    ]);
}

/** Runs that look alike as one: the shared text has them apart by their writers. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.type === "text" && run.type === "text" && lookOf(last) === lookOf(run))
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function lookOf({ bold, italic, underline, link, part, change }: TextRun): string {
  return `${bold}${italic}${underline}${change} ${part} ${link}`;
}

export function wordsIn(runs: readonly Run[]): string {
  return runs.map((run) => (run.type === "break" ? " " : run.text)).join("");
}
