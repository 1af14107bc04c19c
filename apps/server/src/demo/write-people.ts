import { Membership, User } from "@upiao/db";
import { hashPassword } from "@upiao/identity";
import type { EntityManager } from "typeorm";
import { type DemoPerson, demoPassword, demoPeople, emailOf } from "./accounts.ts";
import type { DemoBody } from "./bodies.ts";

/** Writes the people of the demonstration with their roles. */
export async function writePeople(tx: EntityManager, bodies: Record<DemoBody, string>): Promise<void> {
  // One hash for all: it is the same password, and no secret.
  const passwordHash = await hashPassword(demoPassword);
  const users = await tx
    .getRepository(User)
    .save(demoPeople.map(({ address, name }) => ({ name, email: emailOf(address), passwordHash })));
  const memberships = demoPeople.flatMap((person: DemoPerson, index) =>
    person.bodies.map((body) => ({
      userId: users[index]!.id,
      bodyId: bodies[body],
      role: person.role,
      competence: person.competence ?? null,
    })),
  );
  await tx.getRepository(Membership).insert(memberships);
}
