import type { Proposal } from "@upiao/db";
import { Refusal, takersOf, whyNotActOnSection } from "@upiao/domain";
import type { Context } from "../context.ts";
import { notify } from "../notification/notify.ts";
import { peopleAt } from "../people/people-at.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "../section/lock-section.ts";
import { makeProposal } from "./note-suggestions.ts";
import { tellOfProposal } from "./tell-of-proposal.ts";

/** Opens a proposal, under which suggestions are written into the text, and tells whose draft it is. */
export async function openProposal(
  context: Context,
  sectionId: string,
  words: { readonly title: string; readonly reason: string },
): Promise<Proposal> {
  const { userId } = context.signedIn;
  const proposal = await context.change(async (tx) => {
    const { facts } = await lockSection(tx, sectionId);
    const why = whyNotActOnSection("propose", facts, await postsOf(tx, userId));
    if (why) throw new Refusal(why);
    const made = await makeProposal(tx, { sectionId, userId, facts, ...words });
    const to = await peopleAt(tx, takersOf("SUBMIT", facts));
    await notify(tx, { kind: "PROPOSED", to, sectionId, proposalId: made.id, byUserId: userId });
    return made;
  });
  tellOfProposal(context.parts.bus, proposal);
  return proposal;
}
