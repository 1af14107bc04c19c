import { Proposal, Suggestion } from "@upiao/db";
import { Refusal, whyNotCloseProposal } from "@upiao/domain";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "../section/lock-section.ts";
import { noteSuggestions } from "./note-suggestions.ts";
import { readProposal } from "./read-proposal.ts";
import { tellOfProposal } from "./tell-of-proposal.ts";

/** Closes a proposal of which everything is decided or has gone from the text. */
export async function closeProposal(context: Context, proposalId: string): Promise<Proposal> {
  const { userId } = context.signedIn;
  const { id, sectionId } = await readProposal(context, proposalId);
  const closed = await context.change(async (tx) => {
    const { facts } = await lockSection(tx, sectionId);
    const rows = tx.getRepository(Proposal);
    const proposal = await rows.findOneByOrFail({ id });
    const why = whyNotCloseProposal(facts, proposal, { userId, posts: await postsOf(tx, userId) });
    if (why) throw new Refusal(why);
    const inText = await noteSuggestions(tx, sectionId);
    const open = await tx.getRepository(Suggestion).findBy({ proposalId: id, state: "OPEN" });
    const count = open.filter((one) => inText.has(one.id)).length;
    if (count > 0) throw new Refusal("OPEN_SUGGESTIONS", { count });
    return rows.save(Object.assign(proposal, { state: "CLOSED", closedAt: new Date(), closedById: userId }));
  });
  tellOfProposal(context.parts.bus, closed);
  return closed;
}
