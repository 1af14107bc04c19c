import { User } from "@upiao/db";
import type { DataSource } from "typeorm";
import { loadersOn } from "../loaders.ts";
import type { Reader } from "../reader.ts";
import { postsOf } from "./posts-of.ts";

/** A person for whom something is read while they are away, with the rights that they have now: none once disabled. */
export async function readerOf(database: DataSource, userId: string): Promise<Reader> {
  const user = await database.getRepository(User).findOneBy({ id: userId });
  const posts = user && user.disabledAt === null ? await postsOf(database.manager, userId) : [];
  return { signedIn: { posts }, loaders: loadersOn(database) };
}
