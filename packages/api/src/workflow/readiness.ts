import { SignOff } from "@upiao/db";
import { plainText } from "@upiao/document";
import { missingSignOffs, type SectionFacts } from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";
import { readText } from "../coediting/read-text.ts";

/** A section as far as it decides whether it can move. */
export interface Readiness {
  readonly seq: number;
  readonly isEmpty: boolean;
  readonly openSuggestions: number;
  /** Bodies whose RTD has not signed off what stands there now. */
  readonly missingBodyIds: readonly string[];
}

export async function readReadiness(
  database: DataSource | EntityManager,
  sectionId: string,
  facts: SectionFacts,
): Promise<Readiness> {
  const { doc, text, seq } = await readText(database, sectionId);
  const isEmpty = plainText(text).trim() === "";
  doc.destroy();
  const signed = await currentSignOffs(database, sectionId, seq);
  return {
    seq,
    isEmpty,
    openSuggestions: 0,
    missingBodyIds: missingSignOffs(
      facts,
      signed.map(({ bodyId }) => bodyId),
    ),
  };
}

/** The signatures under the text as it stands at this place of its log: a later word wants them again. */
function currentSignOffs(
  database: DataSource | EntityManager,
  sectionId: string,
  seq: number,
): Promise<SignOff[]> {
  return database.getRepository(SignOff).find({ where: { sectionId, version: { seq } } });
}
