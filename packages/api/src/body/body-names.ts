import { Body } from "@upiao/db";
import { type EntityManager, In } from "typeorm";

/** The names of these bodies, in the order of the alphabet. */
export async function bodyNames(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
  const bodies = await tx.getRepository(Body).find({ where: { id: In([...ids]) }, order: { name: "ASC" } });
  return bodies.map(({ name }) => name);
}
