import type { SignOff } from "@upiao/db";
import { missingSignOffs, type SectionFacts, type SectionReadiness } from "@upiao/domain";
import type { TextReading } from "../coediting/text-readings.ts";

export interface Readiness extends SectionReadiness {
  readonly missingBodyIds: readonly string[];
}

/** A section as far as it decides whether it can move. */
export function readinessOf(
  facts: SectionFacts,
  { words, openSuggestions }: TextReading,
  signatures: readonly Pick<SignOff, "bodyId">[],
): Readiness {
  const missingBodyIds = missingSignOffs(
    facts,
    signatures.map(({ bodyId }) => bodyId),
  );
  const isEmpty = words.trim() === "";
  return { isEmpty, openSuggestions, missingSignOffs: missingBodyIds.length, missingBodyIds };
}
