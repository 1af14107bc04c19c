import type { RefusalCode } from "../sentences/refusal.ts";
import { mayManagePeople } from "./body-access.ts";
import type { Post } from "./role.ts";

export interface Disabling {
  readonly bodyId: string;
  /** Who is to be disabled or enabled again, with all their posts, and by whom. */
  readonly userId: string;
  readonly theirPosts: readonly Post[];
  readonly byUserId: string;
}

/** Why a person with these posts may not disable or enable that one, or null. Being disabled shuts somebody
 *  out of every body at once, so an administrator may do it only to who works for their bodies alone; from
 *  the others they take the roles at their own body. */
export function whyNotDisable(disabling: Disabling, posts: readonly Post[]): RefusalCode | null {
  const { bodyId, userId, theirPosts, byUserId } = disabling;
  if (!mayManagePeople(bodyId, posts)) return "NOT_FOUND";
  if (!theirPosts.some((post) => post.bodyId === bodyId)) return "NOT_FOUND";
  if (userId === byUserId) return "NOT_YOUR_OWN_ROLE";
  return theirPosts.every((post) => mayManagePeople(post.bodyId, posts)) ? null : "WORKS_ELSEWHERE";
}
