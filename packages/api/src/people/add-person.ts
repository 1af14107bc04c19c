import { Membership, User } from "@upiao/db";
import {
  badInput,
  type Competence,
  Refusal,
  type Role,
  type RoleChange,
  whyNotChangeRole,
} from "@upiao/domain";
import { closeAllSessions, hashPassword, refuseWeakPassword } from "@upiao/identity";
import type { EntityManager } from "typeorm";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { lockBody } from "./lock-body.ts";
import { postsOf } from "./posts-of.ts";

export interface NewRole {
  readonly bodyId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Of an auditor. */
  readonly competence: Competence | null;
  readonly password: string | null;
}

/** Gives a role at a body. Of a person who exists already nothing else changes, whatever was sent. */
export async function addPerson(context: Context, asked: NewRole): Promise<Membership> {
  const { userId: byUserId, posts } = context.signedIn;
  const change = (userId: string): RoleChange => ({
    bodyId: asked.bodyId,
    role: asked.role,
    userId,
    byUserId,
  });
  // Asked before the costly hash, and again below: between the two the rights may be lost.
  refuse(whyNotChangeRole(change(""), posts));
  const passwordHash = await hashForNew(context, asked);

  return context.change(async (tx) => {
    await lockBody(tx, asked.bodyId);
    const user = await findOrInsert(tx, asked, passwordHash);
    refuse(whyNotChangeRole(change(user.id), await postsOf(tx, byUserId)));
    const memberships = tx.getRepository(Membership);
    const wanted = { userId: user.id, bodyId: asked.bodyId, role: asked.role };
    if (await memberships.existsBy(wanted)) throw new Refusal("ALREADY_EXISTS");
    // OWASP: a session does not outlive a rise of rights; whoever holds its token signs in again.
    await closeAllSessions(tx, user.id);
    const subject = { person: user.id, role: asked.role };
    await recordAudit(tx, { chain: asked.bodyId, userId: byUserId, action: "person.ADD_ROLE", subject });
    return memberships.save(memberships.create({ ...wanted, competence: asked.competence, user }));
  });
}

async function hashForNew(context: Context, { email, password }: NewRole): Promise<string | null> {
  if (await context.parts.database.getRepository(User).existsBy({ email })) return null;
  if (password === null) throw badInput("password", "MISSING");
  await refuseWeakPassword(password);
  return hashPassword(password);
}

async function findOrInsert(
  tx: EntityManager,
  { email, name }: NewRole,
  passwordHash: string | null,
): Promise<User> {
  const users = tx.getRepository(User);
  if (passwordHash !== null) {
    // Two administrators may add the same person at once: the second finds who the first has made.
    await users.createQueryBuilder().insert().values({ email, name, passwordHash }).orIgnore().execute();
  }
  return users.findOneByOrFail({ email });
}

function refuse(why: ReturnType<typeof whyNotChangeRole>): void {
  if (why) throw new Refusal(why);
}
