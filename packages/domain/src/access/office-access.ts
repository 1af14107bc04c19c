import type { RefusalCode } from "../sentences/refusal.ts";
import { mayRecordLeaving, worksFor } from "./body-access.ts";
import type { Post } from "./role.ts";

/** An associated office as the rules see it: who leads it and who takes part in it today. */
export interface OfficeFacts {
  readonly leadBodyId: string;
  readonly memberBodyIds: readonly string[];
}

/** Who works for a body of the office sees the office. */
export function mayReadOffice(office: OfficeFacts, posts: readonly Post[]): boolean {
  return [office.leadBodyId, ...office.memberBodyIds].some((bodyId) => worksFor(bodyId, posts));
}

/** Why a person with these posts may not record that this body has left the office, or null. */
export function whyNotRecordLeaving(
  office: OfficeFacts,
  bodyId: string,
  posts: readonly Post[],
): RefusalCode | null {
  if (!mayReadOffice(office, posts) || !office.memberBodyIds.includes(bodyId)) return "NOT_FOUND";
  return mayRecordLeaving(office, bodyId, posts) ? null : "NOT_YOUR_ROLE";
}
