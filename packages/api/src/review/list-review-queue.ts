import { type Body, sectionIdsAround } from "@upiao/db";
import { whyNotStep } from "@upiao/domain";
import type { Context } from "../context.ts";
import { deadlineOf, findSubmitted, type Submitted } from "./find-submitted.ts";
import { pageOfQueue } from "./queue-order.ts";
import type { QueuedSectionEdge, ReviewQueue } from "./queued-section.ts";

/** The submitted sections that the viewer can validate or send back. `bodyId`: one body's own only. Like the list of sections
 *  it is put in order here, since the rules say what is in it. */
export async function listReviewQueue(
  context: Context,
  bodyId: string | null,
  first: number,
  after: string | null,
): Promise<ReviewQueue> {
  const waiting = await findWaiting(context);
  const asked = bodyId === null ? waiting : waiting.filter((one) => one.bodyId === bodyId);
  const { edges, pageInfo } = pageOfQueue(asked, placeOf, first, after);
  return { edges: await edgesOf(context, edges), pageInfo, bodies: await bodiesOf(context, waiting) };
}

async function findWaiting({ parts, loaders, signedIn }: Context): Promise<Submitted[]> {
  const { posts } = signedIn;
  const around = await sectionIdsAround(
    parts.database,
    posts.map((post) => post.bodyId),
  );
  const submitted = await findSubmitted(parts.database, around);
  const facts = await Promise.all(submitted.map(({ id }) => loaders.facts.load(id)));
  return submitted.filter((_, index) => {
    const found = facts[index];
    return found != null && whyNotStep("VALIDATE", found, posts) === null;
  });
}

function placeOf(one: Submitted) {
  return [deadlineOf(one), one.submittedAt?.toISOString() ?? "", one.id] as const;
}

async function edgesOf(
  { loaders }: Context,
  edges: readonly { readonly node: Submitted; readonly cursor: string }[],
): Promise<QueuedSectionEdge[]> {
  const sections = await Promise.all(edges.map(({ node }) => loaders.sections.load(node.id)));
  return edges.flatMap(({ node, cursor }, index) => {
    const section = sections[index];
    return section ? [{ cursor, node: { ...node, section, deadline: deadlineOf(node) } }] : [];
  });
}

async function bodiesOf({ loaders }: Context, waiting: readonly Submitted[]): Promise<Body[]> {
  const ids = new Set(waiting.flatMap(({ bodyId }) => (bodyId === null ? [] : [bodyId])));
  const bodies = await Promise.all([...ids].map((id) => loaders.bodies.load(id)));
  return bodies
    .filter((body) => body !== null)
    .sort((one, other) => one.name.localeCompare(other.name, "it"));
}
