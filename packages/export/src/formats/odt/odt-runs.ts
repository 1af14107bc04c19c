import type { Run, RunChange, TextRun } from "../../print/print-block.ts";
import { odtText, xmlText } from "./xml.ts";

const changeStyles: Record<RunChange, string> = {
  inserted: "Inserted_20_Words",
  removed: "Removed_20_Words",
  formatted: "Formatted_20_Words",
};

export function odtRuns(runs: readonly Run[]): string {
  return runs.map((run) => (run.type === "break" ? "<text:line-break/>" : textRunOf(run))).join("");
}

function textRunOf({ text, bold, italic, underline, link, change }: TextRun): string {
  const styles = [
    ...(bold ? ["Strong_20_Emphasis"] : []),
    ...(italic ? ["Emphasis"] : []),
    ...(underline ? ["Underlined"] : []),
    ...(change === null ? [] : [changeStyles[change]]),
  ];
  const spans = styles.reduce(
    (inside, style) => `<text:span text:style-name="${style}">${inside}</text:span>`,
    odtText(text),
  );
  if (link === null) return spans;
  return `<text:a xlink:type="simple" xlink:href="${xmlText(link)}" text:style-name="Internet_20_link">${spans}</text:a>`;
}
