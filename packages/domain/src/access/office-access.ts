import type { BodyType } from "../plan/plan-form.ts";
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

const leadTypes: readonly BodyType[] = ["PROVINCIA", "CITTA_METROPOLITANA"];

/** Why a person with these posts may not found an office that this body leads, or null. To whom the body is foreign, it does
 *  not exist. */
export function whyNotFoundOffice(
  body: { readonly id: string; readonly type: BodyType },
  posts: readonly Post[],
): RefusalCode | null {
  const own = posts.filter((post) => post.bodyId === body.id);
  if (own.length === 0) return "NOT_FOUND";
  if (!own.some(({ role }) => role === "RTD" || role === "ADMIN")) return "NOT_YOUR_ROLE";
  return leadTypes.includes(body.type) ? null : "NOT_A_LEAD_BODY";
}

/** Why a person with these posts may not run the office, which is to admit bodies and to begin what they write together, or
 *  null: the responsible for the digital transition of its lead body does. */
export function whyNotRunOffice(office: OfficeFacts, posts: readonly Post[]): RefusalCode | null {
  if (!mayReadOffice(office, posts)) return "NOT_FOUND";
  const runs = posts.some(({ bodyId, role }) => bodyId === office.leadBodyId && role === "RTD");
  return runs ? null : "NOT_YOUR_ROLE";
}
