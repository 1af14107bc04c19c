import type { Post } from "../access/role.ts";
import { accessTo, relationTo, type SectionFacts } from "../access/section-access.ts";
import type { VersionKind } from "./version-kind.ts";

/** Which versions of a section a person with these posts may read. What a body had not handed in is its own, also once it
 *  has: who reviews it, or has left the office, reads what the workflow has frozen. */
export function readableVersions(section: SectionFacts, posts: readonly Post[]): readonly VersionKind[] {
  const own = posts.filter((post) => ["OWN", "OFFICE"].includes(relationTo(section, post.bodyId)));
  if (accessTo(section, own) !== "NONE") return ["AUTOMATIC", "NAMED", "FROZEN"];
  return accessTo(section, posts) === "NONE" ? [] : ["FROZEN"];
}
