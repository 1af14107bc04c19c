import { sectionIdsAround } from "@upiao/db";
import type { Context } from "../context.ts";
import type { SectionOwner } from "./load-owners.ts";
import { keepReadable } from "./read-section.ts";
import type { SectionConnection, SectionEdge } from "./section-connection.ts";
import { comparePlaces, cursorOf, type Place, placeAt, placeOf } from "./section-order.ts";

export interface SectionFilter {
  readonly shared: boolean | null;
  /** Sections of this body's own plans. */
  readonly bodyId: string | null;
}

/** A page of the sections that the viewer may read. All of them are put in order here: the rules, and not the
 *  database, say which they are, and one person's are some hundreds at most. */
export async function listSections(
  context: Context,
  filter: SectionFilter,
  first: number,
  after: string | null,
): Promise<SectionConnection> {
  const { posts } = context.signedIn;
  const start = after === null ? null : placeAt(after);
  const around = await sectionIdsAround(
    context.parts.database,
    posts.map((post) => post.bodyId),
  );
  const readable = await keepReadable(context, around);

  const places = (await ownersOf(context, readable))
    .filter((owner) => matches(owner, filter))
    .map(placeOf)
    .filter((place) => start === null || comparePlaces(place, start) > 0)
    .sort(comparePlaces);
  const edges = await edgesOf(context, places.slice(0, first));
  return {
    edges,
    pageInfo: { hasNextPage: places.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

function matches(owner: SectionOwner, { shared, bodyId }: SectionFilter): boolean {
  if (shared !== null && shared !== (owner.bodyId === null)) return false;
  return bodyId === null || owner.bodyId === bodyId;
}

async function ownersOf({ loaders }: Context, ids: readonly string[]): Promise<SectionOwner[]> {
  const owners = await Promise.all(ids.map((id) => loaders.owners.load(id)));
  return owners.filter((owner) => owner !== null);
}

async function edgesOf({ loaders }: Context, places: readonly Place[]): Promise<SectionEdge[]> {
  const nodes = await Promise.all(places.map((place) => loaders.sections.load(place[4])));
  return places.flatMap((place, index) => {
    const node = nodes[index];
    return node ? [{ cursor: cursorOf(place), node }] : [];
  });
}
