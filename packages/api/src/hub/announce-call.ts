import { type FundingCall, loadHubBodies, loadSectionFacts } from "@upiao/db";
import { type BodyType, dayInItaly, mayApply, Refusal, sectionsOfCalls, whyNotKeep } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { notify } from "../notification/notify.ts";
import { peopleAt } from "../people/people-at.ts";
import { postsOf } from "../people/posts-of.ts";
import { bodiesOf, isOfTheseYears } from "./touched-sections.ts";

/** Has the editors of the sections that a call touches told of it, for all bodies of the hub that a body leads. Whoever announces
 *  it learns nothing of drafts that they may not read. Throws a `Refusal`. */
export function announceCall(context: Context, call: FundingCall, leadBodyId: string): Promise<void> {
  const { userId } = context.signedIn;
  return context.change(async (tx) => {
    const hub = (await loadHubBodies(tx, [leadBodyId])).get(leadBodyId);
    const why = hub ? whyNotKeep("CALL", hub, await postsOf(tx, userId)) : "NOT_FOUND";
    if (why) throw new Refusal(why);
    const bodyIds = await concernedIn(tx, call, [leadBodyId, ...hub!.officeBodyIds]);
    const sections = await sectionsTouched(tx, call, bodyIds);
    const facts = await loadSectionFacts(tx, sections);
    for (const [sectionId, known] of facts) {
      const ofSection = bodiesOf(known).filter((id) => bodyIds.includes(id));
      const told = (["EDITOR", "RTD"] as const).map((role) => ({ role, bodyIds: ofSection }));
      await notify(tx, { kind: "CALL", to: await peopleAt(tx, told), sectionId, byUserId: userId });
    }
    const subject = { call: call.id };
    await recordAudit(tx, { chain: leadBodyId, userId, action: "hub.ANNOUNCE_CALL", subject });
  });
}

async function concernedIn(
  tx: EntityManager,
  { id, recipients }: FundingCall,
  bodyIds: readonly string[],
): Promise<string[]> {
  const rows: { id: string; type: BodyType; applied: boolean }[] = await tx.query(
    `SELECT b.id, b.type, EXISTS (SELECT FROM call_application a WHERE a.call_id = $2 AND a.body_id = b.id) AS applied
       FROM body b WHERE b.id = ANY ($1::uuid[])`,
    [bodyIds, id],
  );
  return rows.filter(({ type, applied }) => applied || mayApply(recipients, type)).map((row) => row.id);
}

async function sectionsTouched(
  tx: EntityManager,
  { code, items }: FundingCall,
  bodyIds: readonly string[],
): Promise<string[]> {
  const rows: { id: string; first_year: number }[] = await tx.query(
    `SELECT s.id, s.first_year FROM section s
      WHERE (s.plan_id IN (SELECT id FROM plan WHERE body_id = ANY ($1::uuid[]))
             OR s.office_id IN (SELECT office_id FROM office_member WHERE body_id = ANY ($1::uuid[]) AND left_at IS NULL
                                UNION SELECT id FROM associated_office WHERE lead_body_id = ANY ($1::uuid[])))
        AND (s.code = ANY ($2)
             OR EXISTS (SELECT FROM objective o WHERE o.section_id = s.id AND (o.call = $3 OR o.items && $4) AND o.removed_at IS NULL))
      ORDER BY s.id`,
    [bodyIds, sectionsOfCalls, code, items],
  );
  const today = dayInItaly(new Date());
  return rows.filter((row) => isOfTheseYears(row.first_year, today)).map(({ id }) => id);
}
