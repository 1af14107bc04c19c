import { Body } from "@upiao/db";
import { type HubBody, leadsHub } from "@upiao/domain";
import { In } from "typeorm";
import type { Context } from "../context.ts";
import type { Reader } from "../reader.ts";

/** The bodies that the reader works for, as they stand in the hub. */
export async function ownHubBodies({ signedIn, loaders }: Reader): Promise<HubBody[]> {
  const ids = [...new Set(signedIn.posts.map(({ bodyId }) => bodyId))];
  const bodies = await Promise.all(ids.map((id) => loaders.hubBodies.load(id)));
  return bodies.filter((body) => body !== null);
}

/** Whose records the reader may read: their own bodies, and all that take part in an office with one of them today. It is
 *  `mayReadHub` seen from the reader, so that a list asks for no more. */
export async function readableBodyIds(reader: Reader): Promise<string[]> {
  const own = await ownHubBodies(reader);
  return [...new Set(own.flatMap(({ bodyId, officeBodyIds }) => [bodyId, ...officeBodyIds]))];
}

/** The same as bodies, by name. */
export async function readableBodies(context: Context): Promise<Body[]> {
  const id = In(await readableBodyIds(context));
  return context.parts.database
    .getRepository(Body)
    .find({ where: { id }, order: { name: "ASC", id: "ASC" } });
}

/** Whose contracts the reader watches: of who leads a hub, those of all its bodies. */
export async function watchedBodyIds(reader: Reader): Promise<string[]> {
  const own = await ownHubBodies(reader);
  const watched = own.flatMap((body) => [body.bodyId, ...(leadsHub(body) ? body.officeBodyIds : [])]);
  return [...new Set(watched)];
}
