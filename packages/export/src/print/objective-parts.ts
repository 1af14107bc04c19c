import type { Heading, Objective, Paragraph, Table } from "./print-block.ts";
import { runsOf } from "./runs.ts";

/** An objective as the blocks that a format prints which has nothing of its own for it. */
export function objectiveParts({
  level,
  title,
  lines,
  indicators,
}: Objective): (Heading | Paragraph | Table)[] {
  return [
    {
      type: "heading",
      level,
      number: null,
      anchor: null,
      beginsPage: false,
      runs: [...runsOf("Obiettivo: "), ...title],
    },
    ...lines.map(
      (line): Paragraph => ({ type: "paragraph", leads: indicators !== null, runs: runsOf(line) }),
    ),
    ...(indicators ? [indicators] : []),
  ];
}
