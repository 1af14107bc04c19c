import type { RefusalCode } from "../sentences/refusal.ts";
import type { Post, Role } from "./role.ts";

/** The body's administrator, and nobody else, manages who holds which role there. */
export function mayManagePeople(bodyId: string, posts: readonly Post[]): boolean {
  return posts.some((post) => post.role === "ADMIN" && post.bodyId === bodyId);
}

export interface RoleChange {
  readonly bodyId: string;
  readonly role: Role;
  /** Whose role changes, and who changes it. */
  readonly userId: string;
  readonly byUserId: string;
}

/** Why this role may not be given or taken by a person with these posts, or null. Nobody changes
 *  their own roles: two people have to agree on a rise, and a body is never left without an administrator by
 *  its last one. */
export function whyNotChangeRole(change: RoleChange, posts: readonly Post[]): RefusalCode | null {
  if (!mayManagePeople(change.bodyId, posts)) return "NOT_FOUND";
  return change.userId === change.byUserId ? "NOT_YOUR_OWN_ROLE" : null;
}

/** Who works for a body in any role sees its plans, its offices and the colleagues' names. */
export function worksFor(bodyId: string, posts: readonly Post[]): boolean {
  return posts.some((post) => post.bodyId === bodyId);
}

/** A body leaves an office by its own act or by the lead body's: its administrator records it. */
export function mayRecordLeaving(
  office: { leadBodyId: string },
  bodyId: string,
  posts: readonly Post[],
): boolean {
  return mayManagePeople(bodyId, posts) || mayManagePeople(office.leadBodyId, posts);
}
