import { loadSectionFacts, Opinion, Section, Version } from "@upiao/db";
import { controlAt, isReasoned, Refusal, type Verdict, whyNotGiveOpinion } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { chainOf } from "../audit/chain-of.ts";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { notify } from "../notification/notify.ts";
import { peopleAt } from "../people/people-at.ts";
import { postsOf } from "../people/posts-of.ts";

export interface NewOpinion {
  readonly versionId: string;
  readonly bodyId: string;
  readonly verdict: Verdict;
  readonly text: string;
}

/** Records the opinion of who is asking on a frozen version, for the control of a body. It stays as it is: who thinks
 *  otherwise later gives another. Throws a `Refusal`. */
export async function giveOpinion(context: Context, given: NewOpinion): Promise<Opinion> {
  const { userId } = context.signedIn;
  const opinion = await context.change((tx) => record(tx, userId, given));
  const { id, sectionId } = opinion;
  context.parts.bus.publish("review", { sectionId, what: "workflow", id });
  return opinion;
}

async function record(tx: EntityManager, byUserId: string, given: NewOpinion): Promise<Opinion> {
  const { versionId, bodyId, verdict, text } = given;
  const version = await tx.getRepository(Version).findOneBy({ id: versionId });
  // Asked also for the version that nobody has: both ways to NOT_FOUND take the same statements.
  const sectionId = version?.sectionId ?? versionId;
  const section = await tx.getRepository(Section).findOneBy({ id: sectionId });
  const facts = (await loadSectionFacts(tx, [sectionId])).get(sectionId);
  const posts = await postsOf(tx, byUserId);
  if (!version || !section || !facts) throw new Refusal("NOT_FOUND");
  const why = whyNotGiveOpinion({ facts, code: section.code, versionKind: version.kind }, bodyId, posts);
  if (why) throw new Refusal(why);
  if (!isReasoned(verdict, text)) throw new Refusal("REASON_NEEDED");

  const competence = controlAt(bodyId, posts)!.competence!;
  const opinion = await tx
    .getRepository(Opinion)
    .save({ sectionId, versionId, byUserId, bodyId, competence, verdict, text });
  await recordAudit(tx, {
    chain: chainOf(section, facts),
    userId: byUserId,
    action: "section.GIVE_OPINION",
    subject: {
      section: sectionId,
      version: versionId,
      opinion: opinion.id,
      body: bodyId,
      competence,
      verdict,
    },
  });
  const told = (["EDITOR", "RTD", "SECRETARY"] as const).map((role) => ({ role, bodyIds: [bodyId] }));
  await notify(tx, { kind: "OPINION", to: await peopleAt(tx, told), sectionId, byUserId });
  return opinion;
}
