import type { Growth } from "@upiao/bus";
import { Suggestion, User } from "@upiao/db";
import { decideSuggestions as decideInText, fragmentName } from "@upiao/document";
import { Refusal, type SuggestionState, whyNotDecideSuggestions } from "@upiao/domain";
import { type EntityManager, In } from "typeorm";
import type * as Y from "yjs";
import { chainOf } from "../audit/chain-of.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { editSection } from "../coediting/edit-section.ts";
import type { Context } from "../context.ts";
import { notify } from "../notification/notify.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "../section/lock-section.ts";

import { noteSuggestions } from "./note-suggestions.ts";
import { tellOfProposal } from "./tell-of-proposal.ts";

export interface Decision {
  readonly sectionId: string;
  readonly ids: readonly string[];
  /** WITHDRAWN: by whose they are. */
  readonly state: Exclude<SuggestionState, "OPEN">;
  readonly reason: string | null;
}

/** Decides these suggestions, all or none: writes them into the text or takes them out of it, notes by whom and why, and tells
 *  whose they are. Accepted words stay their proposer's. Throws a `Refusal`, also when one of them is decided already. */
export async function decideSuggestions(context: Context, decision: Decision): Promise<Suggestion[]> {
  const { sectionId, state, reason } = decision;
  const { userId } = context.signedIn;
  const { bus } = context.parts;
  const { decided, growth } = await context.change(async (tx) => {
    const { section, facts } = await lockSection(tx, sectionId);
    await noteSuggestions(tx, sectionId);
    const suggestions = await findAll(tx, decision);
    const authors = suggestions.map(({ byUserId }) => byUserId);
    const why = whyNotDecideSuggestions(
      facts,
      { state, authors },
      { userId, posts: await postsOf(tx, userId) },
    );
    if (why) throw new Refusal(why);
    await refuseDecided(tx, suggestions);
    const decided = await tx
      .getRepository(Suggestion)
      .save(
        suggestions.map((one) =>
          Object.assign(one, { state, reason, decidedById: userId, decidedAt: new Date() }),
        ),
      );
    await tellAuthors(tx, decided, userId);
    await recordAudit(tx, {
      chain: chainOf(section, facts),
      userId,
      action: `suggestions.${state}`,
      subject: { section: sectionId, suggestions: decided.map(({ id }) => id).join(" ") },
    });
    return { decided, growth: await writeInText(tx, decision, userId) };
  });
  if (growth) bus.grown(sectionId, growth);
  for (const id of new Set(decided.map(({ proposalId }) => proposalId)))
    tellOfProposal(bus, { sectionId, id });
  return decided;
}

async function findAll(tx: EntityManager, { sectionId, ids }: Decision): Promise<Suggestion[]> {
  const asked = new Set(ids);
  const found = await tx.getRepository(Suggestion).findBy({ sectionId, id: In([...asked]) });
  if (found.length < asked.size || asked.size === 0) throw new Refusal("NOT_FOUND");
  return found;
}

/** Who decides what another has just decided is told what was decided, and nothing changes. */
async function refuseDecided(tx: EntityManager, suggestions: readonly Suggestion[]): Promise<void> {
  const decided = suggestions.find(({ state }) => state !== "OPEN");
  if (!decided) return;
  const user = await tx.getRepository(User).findOneBy({ id: decided.decidedById! });
  const codes = {
    ACCEPTED: "ALREADY_ACCEPTED",
    REJECTED: "ALREADY_REJECTED",
    WITHDRAWN: "ALREADY_WITHDRAWN",
  } as const;
  throw new Refusal(codes[decided.state as keyof typeof codes], { name: user?.name ?? "", id: decided.id });
}

function writeInText(
  tx: EntityManager,
  { sectionId, ids, state }: Decision,
  userId: string,
): Promise<Growth | null> {
  const verdict = state === "ACCEPTED" ? "ACCEPT" : "REJECT";
  const change = (doc: Y.Doc) => decideInText(doc.getXmlFragment(fragmentName), new Set(ids), verdict);
  return editSection(tx, { sectionId, userId, change });
}

async function tellAuthors(tx: EntityManager, decided: readonly Suggestion[], userId: string): Promise<void> {
  const { sectionId } = decided[0]!;
  for (const proposalId of new Set(decided.map((one) => one.proposalId))) {
    const to = decided.filter((one) => one.proposalId === proposalId).map(({ byUserId }) => byUserId);
    await notify(tx, { kind: "SUGGESTIONS_DECIDED", to, sectionId, proposalId, byUserId: userId });
  }
}
