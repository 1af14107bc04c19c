import { Proposal, Suggestion } from "@upiao/db";
import DataLoader from "dataloader";
import { type DataSource, In } from "typeorm";
import { readTextSuggestions, type TextSuggestion } from "./text-suggestions.ts";

/** All that is or was proposed to a section. */
export interface SectionProposals {
  readonly proposals: readonly Proposal[];
  /** Those in the text in its order, then those that are no longer in it. */
  readonly suggestions: readonly Suggestion[];
  /** The ids of those in the text. */
  readonly inText: ReadonlySet<string>;
}

export function loadProposals(database: DataSource) {
  return new DataLoader<string, SectionProposals>(async (keys) => {
    const sectionIds = [...keys];
    const where = { sectionId: In(sectionIds) };
    const [proposals, noted, texts] = await Promise.all([
      database.getRepository(Proposal).find({ where, order: { number: "DESC" } }),
      database.getRepository(Suggestion).find({ where, order: { decidedAt: "DESC", id: "ASC" } }),
      readTextSuggestions(database, sectionIds),
    ]);
    return sectionIds.map((sectionId) => {
      const standing = texts.get(sectionId)!;
      const known = new Map(noted.filter((one) => one.sectionId === sectionId).map((one) => [one.id, one]));
      const inText = new Set(standing.map(({ id }) => id));
      return {
        proposals: proposals.filter((one) => one.sectionId === sectionId),
        suggestions: [
          ...standing.map((now) => asNow(sectionId, now, known.get(now.id))),
          ...[...known.values()].filter(({ id }) => !inText.has(id)),
        ],
        inText,
      };
    });
  });
}

/** What stands in the text says more than what was noted of it when it was last looked at. */
function asNow(
  sectionId: string,
  { id, kind, excerpt, proposalId, authorId }: TextSuggestion,
  noted: Suggestion | undefined,
): Suggestion {
  const fresh = { sectionId, id, proposalId, byUserId: authorId ?? "", state: "OPEN" as const };
  const rest = { decidedById: null, decidedAt: null, reason: null };
  return Object.assign(
    new Suggestion(),
    fresh,
    rest,
    noted,
    noted?.state === "OPEN" || !noted ? { kind, excerpt } : {},
  );
}
