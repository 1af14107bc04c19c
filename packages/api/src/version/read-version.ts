import type { Version } from "@upiao/db";
import { Refusal, readableVersions } from "@upiao/domain";
import type { Reader } from "../reader.ts";
import { askedId } from "../requests/asked-id.ts";
import { readFacts } from "../section/read-section.ts";

/** A version of a section that the viewer may read; throws NOT_FOUND for every other, by the same statements. */
export async function readVersion(context: Reader, id: string): Promise<Version> {
  const { posts } = context.signedIn;
  const version = await context.loaders.versions.load(askedId(id));
  const facts = await readFacts(context, version?.sectionId ?? "");
  if (!version || !readableVersions(facts, posts).includes(version.kind)) throw new Refusal("NOT_FOUND");
  return version;
}
