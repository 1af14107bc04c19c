import { Body, Membership, User } from "@upiao/db";
import { closeAllSessions, hashPassword, refuseWeakPassword } from "@upiao/identity";
import type { DataSource, EntityManager } from "typeorm";
import { longestName } from "../limits.ts";
import { emailOf, lineOf } from "../requests/input.ts";
import { lockBody } from "./lock-body.ts";

export interface FirstAdmin {
  /** The body's ISTAT, IPA or cadastral code. */
  readonly code: string;
  readonly email: string;
  readonly name: string;
}

export interface AddedAdmin {
  readonly bodyName: string;
  readonly email: string;
  /** False for somebody who had an account: name and password are then as they were. */
  readonly isNew: boolean;
}

export type FirstAdminObstacle = "UNKNOWN_BODY" | "IS_ADMIN" | "HAS_ADMIN" | "DISABLED";

/** Why somebody is not made the first administrator; `of` is the name of the body, or what was asked for. */
export class NoFirstAdmin extends Error {
  override readonly name = "NoFirstAdmin";
  constructor(
    readonly why: FirstAdminObstacle,
    readonly of: string,
  ) {
    super(`${why} ${of}`);
  }
}

/** Gives a body its first administrator: the one role that no administrator can give. For whoever operates the
 *  installation, never for a door. The password is asked only of a new person, after everything else is known to
 *  be right. Throws `NoFirstAdmin`, or a `Refusal` of the address, the name or the password. */
export async function addFirstAdmin(
  database: DataSource,
  { code, ...sent }: FirstAdmin,
  askPassword: () => Promise<string>,
): Promise<AddedAdmin> {
  const email = emailOf(sent.email, "email");
  const name = lineOf(sent.name, "name", longestName);
  const body = await findByCode(database, code);
  const known = await refuseObstacles(database.manager, body, email);
  const passwordHash = known ? null : await hashNew(await askPassword());

  await database.transaction(async (tx) => {
    await lockBody(tx, body.id);
    const users = tx.getRepository(User);
    if (passwordHash !== null) {
      await users.createQueryBuilder().insert().values({ email, name, passwordHash }).orIgnore().execute();
    }
    // Asked again: while the password was typed somebody else may have been faster.
    await refuseObstacles(tx, body, email);
    const { id: userId } = await users.findOneByOrFail({ email });
    // OWASP: a session does not outlive a rise of rights.
    await closeAllSessions(tx, userId);
    await tx.getRepository(Membership).insert({ userId, bodyId: body.id, role: "ADMIN" });
  });
  return { bodyName: body.name, email, isNew: passwordHash !== null };
}

async function findByCode(database: DataSource, code: string): Promise<Body> {
  const upper = code.trim().toUpperCase();
  const found = await database
    .getRepository(Body)
    .findBy([{ istatCode: upper }, { cadastralCode: upper }, { ipaCode: upper.toLowerCase() }]);
  // Only the ISTAT code is unique in the database: of two bodies neither is meant.
  if (found.length !== 1) throw new NoFirstAdmin("UNKNOWN_BODY", code);
  return found[0]!;
}

/** Throws what stands in the way; answers whether the person has an account. */
async function refuseObstacles(tx: EntityManager, body: Body, email: string): Promise<boolean> {
  const administrators = await tx.getRepository(Membership).find({
    where: { bodyId: body.id, role: "ADMIN" },
    relations: { user: true },
  });
  if (administrators.some(({ user }) => user.email === email)) throw new NoFirstAdmin("IS_ADMIN", body.name);
  if (administrators.length > 0) throw new NoFirstAdmin("HAS_ADMIN", body.name);
  const user = await tx.getRepository(User).findOneBy({ email });
  // Nobody could sign in, and the body would have its administrator.
  if (user?.disabledAt) throw new NoFirstAdmin("DISABLED", body.name);
  return user !== null;
}

async function hashNew(password: string): Promise<string> {
  await refuseWeakPassword(password);
  return hashPassword(password);
}
