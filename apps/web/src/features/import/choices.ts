import type { ImportMode } from "@upiao/document";
import { guessPlace, isTitleOf } from "@upiao/domain";
import type { ImportedPartInput } from "../../generated/graphql.ts";
import type { ImportTarget } from "./import-targets.ts";
import { contentOf, type FilePart } from "./split-parts.ts";

/** Where a part goes; null: nowhere. */
export interface Choice {
  readonly target: ImportTarget | null;
  readonly mode: ImportMode;
}

/** What is proposed for a part: the section that its heading names, if nothing stands there yet. Into another one it goes only when
 *  somebody says so. */
export function proposedChoice(part: FilePart, targets: readonly ImportTarget[], isOnly: boolean): Choice {
  const target = isOnly ? targets[0]! : guessPlace(part.heading, targets);
  return { target: target && (target.isBlank || isOnly) ? target : null, mode: "APPEND" };
}

/** What is sent: one text for each section, also where several parts go there, in the order of the file. */
export function textsToSend(parts: readonly FilePart[], choices: readonly Choice[]): ImportedPartInput[] {
  const targets = new Map(choices.flatMap(({ target }) => (target ? [[target.key, target] as const] : [])));
  return [...targets.values()].map((target): ImportedPartInput => {
    const chosen = parts.flatMap((part, index) =>
      choices[index]!.target?.key === target.key ? [{ part, mode: choices[index]!.mode }] : [],
    );
    const content = chosen.flatMap(({ part }) => contentOf(part, isTitleOf(part.heading, target)));
    return {
      ...(target.sectionId ? { sectionId: target.sectionId } : { code: target.code }),
      mode: chosen[0]!.mode,
      content: JSON.stringify({ type: "doc", content }),
    };
  });
}
