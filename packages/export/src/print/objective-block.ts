import { type NodeJson, objectiveCells, objectiveLines, readCopiedObjective } from "@upiao/document";
import { cleanText } from "./clean-text.ts";
import type { Objective, Run } from "./print-block.ts";
import { joinRuns, runsOf, wordsIn } from "./runs.ts";
import { tableOf } from "./table-grid.ts";

/** An objective as a title, its fields in words, and a table of its indicators. */
export function objectiveBlock(
  { attrs, content = [] }: NodeJson,
  level: number,
  runsIn: (node: NodeJson) => Run[],
  firstYear?: number,
): Objective {
  const attributes = attrs ?? {};
  const titles = content.filter(({ type }) => type === "objectiveTitle");
  const title = titles.flatMap((node, index) => [...(index > 0 ? runsOf(" ") : []), ...runsIn(node)]);
  const indicators = content
    .filter(({ type }) => type === "indicator")
    .map((node) => ({ name: runsIn(node), attributes: node.attrs ?? {} }));
  // Without title and fields the first row is an empty title, and below it stand the indicators.
  const rows = objectiveCells<Run[]>({ title: null, attributes: {}, indicators, firstYear }).slice(1);
  const table = tableOf(
    rows.map((cells, row) =>
      cells.map(({ isHeader, colspan, content }, column) => ({
        // What a row is about stands in its first cell.
        isHeader: isHeader || (row > 0 && column === 0),
        colspan,
        rowspan: 1,
        runs: typeof content === "string" ? runsOf(content) : content,
      })),
    ),
  );
  return {
    type: "objective",
    level,
    title: joinRuns(title),
    lines: objectiveLines(attributes).map(cleanText),
    indicators: table,
    copied: copyOf({
      title: wordsIn(title),
      attributes: textsIn(attributes),
      indicators: indicators.map(({ name, attributes }) => ({
        name: wordsIn(name),
        attributes: textsIn(attributes),
      })),
    }),
  };
}

/** Null where reading it would cut something off. */
function copyOf(objective: unknown): string | null {
  const written = JSON.stringify(objective);
  const read = readCopiedObjective(written);
  return read && lettersIn(read) === lettersIn(JSON.parse(written)) ? JSON.stringify(read) : null;
}

function textsIn(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, cleanText(String(value))]] : [],
    ),
  );
}

function lettersIn(value: unknown): number {
  if (typeof value === "string") return value.replaceAll(/\s/g, "").length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, inner: unknown) => sum + lettersIn(inner), 0);
}
