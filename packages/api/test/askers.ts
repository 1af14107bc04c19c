import { type Post, roles } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { makePerson } from "./people.ts";
import type { BodyKey, World } from "./world.ts";

export interface Asker {
  readonly name: string;
  readonly userId: string;
  /** Null: nobody has signed in. */
  readonly token: string | null;
  readonly posts: readonly Post[];
}

/** Every role at every body, and so in every relation to what the others own; and a citizen. */
export async function makeAskers(database: DataSource, world: World): Promise<Asker[]> {
  const askers: Asker[] = [{ name: "nobody", userId: "", token: null, posts: [] }];
  for (const [key, bodyId] of Object.entries(world.bodies) as [BodyKey, string][]) {
    for (const role of roles) {
      const posts = [{ bodyId, role, competence: role === "AUDITOR" ? ("NUCLEO" as const) : null }];
      const { id, token } = await makePerson(database, `${role} ${key}`, posts);
      askers.push({ name: `${role} of ${key}`, userId: id, token, posts });
    }
  }
  return askers;
}
