import { User } from "@upiao/db";
import type { Action, Role } from "@upiao/domain";
import { type EntityManager, In } from "typeorm";
import { type DemoBody, findDemoBodies } from "./bodies.ts";

/** Who takes a step in the demonstration, and for which of their posts. */
export interface Doer {
  readonly userId: string;
  readonly bodyId: string;
  readonly role: Role;
}

type Part = "writer" | "reviewer" | "secretary";

const takers: Readonly<Record<Action, Part>> = {
  SUBMIT: "writer",
  REQUEST_CHANGES: "reviewer",
  VALIDATE: "reviewer",
  ADOPT: "secretary",
  PUBLISH: "secretary",
  AMEND: "writer",
  ANNUL: "secretary",
};

/** Who takes each step of a plan of this body; throws for one that nobody there takes. */
export async function findDoers(tx: EntityManager, body: DemoBody): Promise<(action: Action) => Doer> {
  const bodies = await findDemoBodies(tx);
  const posts: Record<Part, { email: string } & Omit<Doer, "userId">> = {
    writer: { email: `redattore.${body}@upiao.example`, bodyId: bodies[body], role: "EDITOR" },
    reviewer: { email: "revisore.lucca@upiao.example", bodyId: bodies.lucca, role: "REVIEWER" },
    secretary: { email: `segretario.${body}@upiao.example`, bodyId: bodies[body], role: "SECRETARY" },
  };
  const emails = Object.values(posts).map(({ email }) => email);
  const users = await tx.getRepository(User).findBy({ email: In(emails) });
  return (action) => {
    const { email, bodyId, role } = posts[takers[action]];
    const user = users.find((one) => one.email === email);
    if (!user) throw new Error(`nobody takes ${action} at ${body}`);
    return { userId: user.id, bodyId, role };
  };
}
