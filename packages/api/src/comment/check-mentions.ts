import { Membership, User } from "@upiao/db";
import { badInput, mayBeMentioned, type Post, Refusal, type SectionFacts } from "@upiao/domain";
import { type EntityManager, In, IsNull } from "typeorm";

/** Throws a `Refusal` that names those of these people who may not read the section: naming them would tell them of it, and
 *  whoever wrote it would wait for an answer in vain. */
export async function checkMentions(
  tx: EntityManager,
  facts: SectionFacts,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return;
  const users = await tx.getRepository(User).findBy({ id: In([...userIds]), disabledAt: IsNull() });
  if (users.length < userIds.length) throw badInput("mentions", "NOBODY");
  const memberships = await tx.getRepository(Membership).findBy({ userId: In([...userIds]) });
  const postsOf = (userId: string): Post[] => memberships.filter((one) => one.userId === userId);
  const strangers = users.filter(({ id }) => !mayBeMentioned(facts, postsOf(id)));
  if (strangers.length === 0) return;
  throw new Refusal("MENTION_WITHOUT_ACCESS", { names: strangers.map(({ name }) => name).join(", ") });
}
