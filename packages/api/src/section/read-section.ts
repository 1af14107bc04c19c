import type { Section } from "@upiao/db";
import { mayActOnSection, Refusal, type SectionFacts } from "@upiao/domain";
import type { Reader } from "../reader.ts";
import { askedId } from "../requests/asked-id.ts";

/** What the rules know of a section that the viewer may read. A foreign one, an unknown and a malformed id get
 *  the same answer by the same statements. */
export async function readFacts(context: Reader, id: string): Promise<SectionFacts> {
  const { posts } = context.signedIn;
  const facts = await context.loaders.facts.load(askedId(id));
  if (!facts || !mayActOnSection("read", facts, posts)) throw new Refusal("NOT_FOUND");
  return facts;
}

/** A section that the viewer may read; throws NOT_FOUND for every other. */
export async function readSection(context: Reader, id: string): Promise<Section> {
  await readFacts(context, id);
  const section = await context.loaders.sections.load(askedId(id));
  // Deleted between the two statements.
  if (!section) throw new Refusal("NOT_FOUND");
  return section;
}

/** Those of these sections that the viewer may read, in the order given. */
export async function keepReadable(context: Reader, ids: readonly string[]): Promise<string[]> {
  const { posts } = context.signedIn;
  const facts = await context.loaders.facts.loadMany(ids);
  return ids.filter((_, index) => {
    const found = facts[index];
    if (found instanceof Error) throw found;
    return found != null && mayActOnSection("read", found, posts);
  });
}
