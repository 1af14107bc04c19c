import { createHash, randomBytes } from "node:crypto";
import { Membership, User, UserSession } from "@upiao/db";
import type { Post } from "@upiao/domain";
import { hashPassword } from "@upiao/identity";
import type { DataSource } from "typeorm";

/** The password of everybody in tests. */
export const password = "cavallo-batteria-graffetta";
let hash: Promise<string> | undefined;

export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly posts: readonly Post[];
}

/** A person with these roles who has signed in. */
export async function makePerson(
  database: DataSource,
  name: string,
  posts: readonly Post[],
): Promise<TestPerson> {
  hash ??= hashPassword(password);
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}@upiao.example`;
  const user = await database.getRepository(User).save({ name, email, passwordHash: await hash });
  for (const post of posts) await giveRole(database, user.id, post);
  return { id: user.id, name, email, token: await openSession(database, user.id), posts };
}

export async function giveRole(database: DataSource, userId: string, post: Post): Promise<string> {
  const { bodyId, role, competence = null } = post;
  const saved = await database.getRepository(Membership).save({ userId, bodyId, role, competence });
  return saved.id;
}

/** A session made without the cost of a login. */
export async function openSession(database: DataSource, userId: string, hours = 12): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest();
  await database
    .getRepository(UserSession)
    .insert({ tokenHash, userId, expiresAt: new Date(Date.now() + hours * 3_600_000) });
  return token;
}
