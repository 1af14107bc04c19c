import { sentenceOfCell, type Unit, writeValue } from "@upiao/domain";
import { useLanguage } from "../../i18n/use-language.ts";
import type { WrongCell } from "./draft.ts";

/** As the server bounds a note. */
const longestNote = 4_000;

/** What people read of a wrong cell of an indicator in this unit. */
export function useCellSentence(): (wrong: WrongCell, unit: Unit) => string {
  const language = useLanguage();
  return ({ fault, current }, unit) =>
    sentenceOfCell(
      fault,
      {
        by: current?.byName,
        value: current && writeValue(current.value, unit),
        most: longestNote,
      },
      language,
    );
}
