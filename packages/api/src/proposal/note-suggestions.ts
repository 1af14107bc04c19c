import { loadSectionFacts, Proposal, Suggestion } from "@upiao/db";
import { postIn, type SectionFacts } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { postsOf } from "../people/posts-of.ts";
import { readTextSuggestions } from "./text-suggestions.ts";

/** Under which suggestions stand that name no proposal of their author's: made by a program, or by who forges. */
const untitled = "Modifiche fuori da una proposta";

/** Notes what is proposed in the text of a section, which is locked: so it can be read when it has gone from it. Answers the
 *  ids of what is in the text. */
export async function noteSuggestions(tx: EntityManager, sectionId: string): Promise<ReadonlySet<string>> {
  const suggestions = (await readTextSuggestions(tx, [sectionId])).get(sectionId)!;
  const rows = tx.getRepository(Suggestion);
  const known = new Map((await rows.findBy({ sectionId })).map((row) => [row.id, row]));
  const proposals = new Map(
    (await tx.getRepository(Proposal).findBy({ sectionId })).map((row) => [row.id, row]),
  );
  for (const suggestion of suggestions) {
    const { id, kind, excerpt, authorId } = suggestion;
    const row = known.get(id);
    if (row) {
      if (row.state === "OPEN") await rows.update({ sectionId, id }, { kind, excerpt });
      continue;
    }
    if (authorId === null) continue;
    const named = proposals.get(suggestion.proposalId);
    const proposal =
      named?.byUserId === authorId ? named : await findUntitled(tx, { sectionId, authorId, proposals });
    await rows.insert({ sectionId, id, kind, excerpt, byUserId: authorId, proposalId: proposal.id });
  }
  return new Set(suggestions.map(({ id }) => id));
}

async function findUntitled(
  tx: EntityManager,
  of: { sectionId: string; authorId: string; proposals: Map<string, Proposal> },
): Promise<Proposal> {
  const { sectionId, authorId, proposals } = of;
  const found = [...proposals.values()].find(
    ({ byUserId, title }) => byUserId === authorId && title === untitled,
  );
  if (found) return found;
  const facts = (await loadSectionFacts(tx, [sectionId])).get(sectionId)!;
  const made = await makeProposal(tx, { sectionId, userId: authorId, facts, title: untitled, reason: "" });
  proposals.set(made.id, made);
  return made;
}

interface NewProposal {
  readonly sectionId: string;
  readonly userId: string;
  readonly facts: SectionFacts;
  readonly title: string;
  readonly reason: string;
}

/** The next of a section, which is locked. */
export async function makeProposal(
  tx: EntityManager,
  { sectionId, userId, facts, title, reason }: NewProposal,
): Promise<Proposal> {
  const rows = tx.getRepository(Proposal);
  const last = await rows.findOne({ where: { sectionId }, order: { number: "DESC" } });
  const { owner } = facts;
  const post = postIn(facts, await postsOf(tx, userId));
  const bodyId = post?.bodyId ?? (owner.kind === "BODY" ? owner.bodyId : owner.leadBodyId);
  const { id } = await rows.save({
    ...{ sectionId, title, reason, bodyId },
    byUserId: userId,
    number: (last?.number ?? 0) + 1,
  });
  return rows.findOneByOrFail({ id });
}
