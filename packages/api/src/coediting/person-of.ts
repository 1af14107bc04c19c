import type { Role } from "@upiao/domain";
import type { Context } from "../context.ts";
import type { Person } from "./person.ts";

/** Who did something, and for which of their posts. */
export interface Doer {
  readonly userId: string;
  readonly bodyId: string;
  readonly role: Role;
}

/** A person as they were when they did it: the post is on record, and outlives the role. */
export async function personOf({ loaders }: Context, { userId, bodyId, role }: Doer): Promise<Person> {
  const [user, body] = await Promise.all([loaders.users.load(userId), loaders.bodies.load(bodyId)]);
  return { id: userId, name: user?.name ?? "", bodyName: body?.name ?? "", role };
}
