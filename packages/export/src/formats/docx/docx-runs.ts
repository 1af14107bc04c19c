import { ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from "docx";
import { hasRightToLeft } from "../../print/direction.ts";
import type { Run, RunChange } from "../../print/print-block.ts";

const changeStyles: Record<RunChange, string> = {
  inserted: "InsertedWords",
  removed: "RemovedWords",
  formatted: "FormattedWords",
};

export function docxRuns(runs: readonly Run[]): ParagraphChild[] {
  return runs.map((run): ParagraphChild => {
    if (run.type === "break") return new TextRun({ break: 1 });
    const { text, bold, italic, underline, link, change } = run;
    // A run has one style: of a link whose words have changed, the change is told, and the link works all the same.
    const style = change === null ? (link === null ? null : "Hyperlink") : changeStyles[change];
    const written = new TextRun({
      text,
      ...(style === null ? {} : { style }),
      // Written where it is so, and never as false: that would take it off from what the style says.
      ...(bold ? { bold: true } : {}),
      ...(italic ? { italics: true } : {}),
      ...(underline ? { underline: {} } : {}),
      ...(hasRightToLeft(text) ? { rightToLeft: true } : {}),
    });
    if (link === null) return written;
    const children = [written];
    if (link.startsWith("#")) return new InternalHyperlink({ anchor: link.slice(1), children });
    return new ExternalHyperlink({ link, children });
  });
}
