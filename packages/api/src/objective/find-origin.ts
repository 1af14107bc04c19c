import { mayActOnSection } from "@upiao/domain";
import type { Reader } from "../reader.ts";
import { askedId } from "../requests/asked-id.ts";
import type { ObjectiveOrigin } from "./objective-origin.ts";

/** The objective with this id, where the viewer may read the text that it stands in, or everybody may. Null for every other, and
 *  by the same statements for one that does not exist: any text may name any id. */
export async function findOrigin({ loaders, signedIn }: Reader, id: string): Promise<ObjectiveOrigin | null> {
  const asked = askedId(id);
  const [row] = await loaders.objectiveOrigins.load(asked);
  const facts = await loaders.facts.load(row?.section_id ?? asked);
  if (!row) return null;
  const { title, owner_name: ownerName, first_year: firstYear, is_removed: isRemoved } = row;
  const mayRead = facts !== null && mayActOnSection("read", facts, signedIn.posts);
  // What was taken out may never have been published.
  if (!mayRead && (isRemoved || !row.is_published)) return null;
  return { id: asked, ownerName, firstYear, title: isRemoved ? null : title };
}
