import { worksFor } from "../access/body-access.ts";
import type { Post } from "../access/role.ts";
import type { RefusalCode } from "../sentences/refusal.ts";

/** A body as the hub's rules see it today. */
export interface HubBody {
  readonly bodyId: string;
  /** The bodies that lead an office in which it takes part, itself where it leads one. A Province leads its own hub also before
   *  there is an office. */
  readonly leadBodyIds: readonly string[];
  /** All that take part in these offices. */
  readonly officeBodyIds: readonly string[];
}

/** What is kept in the hub's register. */
export const hubRecordKinds = [
  "SERVICE",
  "ADHESION",
  "ADHESION_REQUEST",
  "CALL",
  "APPLICATION",
  "PURCHASE",
  "CONTRACT",
] as const;
export type HubRecordKind = (typeof hubRecordKinds)[number];

/** Who keeps what: who leads the hub, or the body that it is of. A Comune asks to adhere; the act is recorded by who leads. */
const keeper: Readonly<Record<HubRecordKind, "LEAD" | "OWN">> = {
  SERVICE: "LEAD",
  ADHESION: "LEAD",
  ADHESION_REQUEST: "OWN",
  CALL: "LEAD",
  APPLICATION: "OWN",
  PURCHASE: "OWN",
  CONTRACT: "LEAD",
};

/** Everybody of the office reads what its bodies keep in the hub. */
export function mayReadHub(body: HubBody, posts: readonly Post[]): boolean {
  return [body.bodyId, ...body.officeBodyIds].some((bodyId) => worksFor(bodyId, posts));
}

/** Why who has these posts may not keep this kind of record of a body, or null. */
export function whyNotKeep(kind: HubRecordKind, body: HubBody, posts: readonly Post[]): RefusalCode | null {
  if (!mayReadHub(body, posts)) return "NOT_FOUND";
  if (isOfWhoLeads(kind) && !leadsHub(body)) return "NOT_YOUR_ROLE";
  const keepers = keeper[kind] === "LEAD" ? body.leadBodyIds : [body.bodyId];
  return posts.some((post) => writes(post) && keepers.includes(post.bodyId)) ? null : "NOT_YOUR_ROLE";
}

/** Whether a body keeps a hub: services, calls and contracts are of such a body. */
export function leadsHub(body: HubBody): boolean {
  return body.leadBodyIds.includes(body.bodyId);
}

function isOfWhoLeads(kind: HubRecordKind): boolean {
  return kind === "SERVICE" || kind === "CALL";
}

function writes({ role }: Post): boolean {
  return role === "EDITOR" || role === "RTD";
}
