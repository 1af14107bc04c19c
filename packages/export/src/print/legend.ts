import type { Paragraph } from "./print-block.ts";
import { runsOf } from "./runs.ts";

/** What stands above a text whose changes are marked, marked as they are. */
export const legend: Paragraph = {
  type: "paragraph",
  runs: [
    ...runsOf("Modifiche segnate nel testo: "),
    ...runsOf("parole aggiunte", [], "inserted"),
    ...runsOf(", "),
    ...runsOf("parole tolte", [], "removed"),
    ...runsOf(", "),
    ...runsOf("parole che hanno cambiato aspetto", [], "formatted"),
    ...runsOf("."),
  ],
};
