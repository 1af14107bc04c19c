import { AssociatedOffice, OfficeMember } from "@upiao/db";
import { type OfficeFacts, Refusal, type RefusalCode } from "@upiao/domain";
import { type EntityManager, IsNull } from "typeorm";

/** The office, locked, so that its changes come one after the other. Throws what the rule answers about it. */
export async function lockOffice(
  tx: EntityManager,
  officeId: string,
  whyNot: (facts: OfficeFacts) => RefusalCode | null,
): Promise<AssociatedOffice> {
  const office = await tx
    .getRepository(AssociatedOffice)
    .findOne({ where: { id: officeId }, lock: { mode: "for_no_key_update" } });
  if (!office) throw new Refusal("NOT_FOUND");
  const members = await tx.getRepository(OfficeMember).findBy({ officeId, leftAt: IsNull() });
  const why = whyNot({
    leadBodyId: office.leadBodyId,
    memberBodyIds: members.map((member) => member.bodyId),
  });
  if (why) throw new Refusal(why);
  return office;
}
