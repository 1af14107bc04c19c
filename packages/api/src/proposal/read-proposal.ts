import type { Proposal } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import type { Context } from "../context.ts";
import { askedId } from "../requests/asked-id.ts";
import { readFacts } from "../section/read-section.ts";

/** A proposal to a section that the viewer may read; throws NOT_FOUND for every other, by the same statements. */
export async function readProposal(context: Context, id: string): Promise<Proposal> {
  const proposal = await context.loaders.proposals.load(askedId(id));
  await readFacts(context, proposal?.sectionId ?? "");
  if (!proposal) throw new Refusal("NOT_FOUND");
  return proposal;
}
