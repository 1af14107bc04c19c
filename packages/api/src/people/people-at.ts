import { Membership } from "@upiao/db";
import type { Role } from "@upiao/domain";
import { type EntityManager, In, IsNull } from "typeorm";

/** The people who hold this role at one of these bodies and may sign in. */
export async function peopleAt(
  tx: EntityManager,
  posts: readonly { readonly role: Role; readonly bodyIds: readonly string[] }[],
): Promise<string[]> {
  if (posts.length === 0) return [];
  const memberships = await tx.getRepository(Membership).find({
    where: posts.map(({ role, bodyIds }) => ({
      role,
      bodyId: In([...bodyIds]),
      user: { disabledAt: IsNull() },
    })),
    select: { id: true, userId: true },
  });
  return [...new Set(memberships.map(({ userId }) => userId))];
}
