import { isHandedIn, isOpenToChange, type State } from "../workflow/state.ts";
import { type Access, highest, reaches } from "./access.ts";
import type { Post, Role } from "./role.ts";

/** What the rules need to know of a section; who loads it is `db`. */
export interface SectionFacts {
  readonly state: State;
  /** A shared section that the RTD has closed: it is read and discussed, not written. */
  readonly closed: boolean;
  /** When the section was adopted, or null. ISO 8601. */
  readonly adoptedAt: string | null;
  readonly owner: BodyOwner | OfficeOwner;
}

/** A section of one body's plan, and the bodies that review it by convention or submission. */
export interface BodyOwner {
  readonly kind: "BODY";
  readonly bodyId: string;
  readonly reviewerBodyIds: readonly string[];
}

/** A section that the bodies of an associated office share. */
export interface OfficeOwner {
  readonly kind: "OFFICE";
  readonly leadBodyId: string;
  readonly memberBodyIds: readonly string[];
  /** Bodies that have left, and when (ISO 8601). */
  readonly formerMembers: readonly { readonly bodyId: string; readonly leftAt: string }[];
}

/** How a person's body stands to a section. */
export const relations = ["OWN", "OFFICE", "REVIEWING", "FORMER", "NONE"] as const;
export type Relation = (typeof relations)[number];

/** DESIGN §2, row by row. What is not written is not allowed. */
const table: Record<Role, Partial<Record<Relation, Access>>> = {
  EDITOR: { OWN: "EDIT", OFFICE: "EDIT", FORMER: "READ" },
  RTD: { OWN: "EDIT", OFFICE: "EDIT", FORMER: "READ" },
  REVIEWER: { OWN: "EDIT", OFFICE: "EDIT", REVIEWING: "PROPOSE", FORMER: "READ" },
  AUDITOR: { OWN: "COMMENT", OFFICE: "COMMENT", FORMER: "READ" },
  SECRETARY: { OWN: "COMMENT", OFFICE: "COMMENT", FORMER: "READ" },
  ADMIN: {},
};

export function relationTo(section: SectionFacts, bodyId: string): Relation {
  const { owner } = section;
  if (owner.kind === "BODY") {
    if (owner.bodyId === bodyId) return "OWN";
    return owner.reviewerBodyIds.includes(bodyId) && isHandedIn(section.state) ? "REVIEWING" : "NONE";
  }
  if (owner.leadBodyId === bodyId || owner.memberBodyIds.includes(bodyId)) return "OFFICE";
  const { adoptedAt } = section;
  if (adoptedAt === null) return "NONE";
  // Who leaves keeps what it has adopted while it was a member, and nothing later. It may have come back, and left again.
  const kept = owner.formerMembers.some((former) => former.bodyId === bodyId && adoptedAt <= former.leftAt);
  return kept ? "FORMER" : "NONE";
}

/** What a person with these posts may do in this section: the one rule of the API, of the sync
 *  server and of the web client. */
export function accessTo(section: SectionFacts, posts: readonly Post[]): Access {
  return highest(posts.map((post) => accessOf(post, section)));
}

/** The post for which a person is there: the one that lets them do most; of equal ones that of the body which the
 *  section is of, or which leads its office. Null when none lets them in. */
export function postIn<P extends Post>(section: SectionFacts, posts: readonly P[]): P | null {
  const { owner } = section;
  const first = owner.kind === "BODY" ? owner.bodyId : owner.leadBodyId;
  let best: P | null = null;
  for (const post of posts) {
    const access = accessOf(post, section);
    if (access === "NONE") continue;
    const before = best ? accessOf(best, section) : "NONE";
    const isMore = !reaches(before, access);
    if (isMore || (before === access && post.bodyId === first && best?.bodyId !== first)) best = post;
  }
  return best;
}

function accessOf(post: Post, section: SectionFacts): Access {
  const granted = table[post.role][relationTo(section, post.bodyId)] ?? "NONE";
  if (granted === "EDIT") return isOpenToChange(section.state) && !section.closed ? "EDIT" : "COMMENT";
  // Proposals answer a submission; before the next one the reviewer reads and comments.
  if (granted === "PROPOSE") return section.state === "SUBMITTED" ? "PROPOSE" : "COMMENT";
  return granted;
}

export const sectionActions = ["read", "comment", "propose", "edit", "openAndClose"] as const;
export type SectionAction = (typeof sectionActions)[number];

const needed: Record<Exclude<SectionAction, "openAndClose">, Access> = {
  read: "READ",
  comment: "COMMENT",
  propose: "PROPOSE",
  edit: "EDIT",
};

export function mayActOnSection(
  action: SectionAction,
  section: SectionFacts,
  posts: readonly Post[],
): boolean {
  if (action !== "openAndClose") return reaches(accessTo(section, posts), needed[action]);
  return (
    isOpenToChange(section.state) &&
    posts.some((post) => post.role === "RTD" && relationTo(section, post.bodyId) === "OFFICE")
  );
}

/** Why a reader cannot write here, for the sentence beside the text; null where they can. */
export type ReadOnlyReason = "CLOSED" | "NO_LONGER_OPEN" | "ONLY_COMMENT" | "ONLY_READ" | "ONLY_PROPOSE";

export function whyReadOnly(
  facts: Pick<SectionFacts, "state" | "closed">,
  access: Access,
): ReadOnlyReason | null {
  if (access === "EDIT") return null;
  if (!isOpenToChange(facts.state)) return "NO_LONGER_OPEN";
  if (facts.closed) return "CLOSED";
  if (access === "PROPOSE") return "ONLY_PROPOSE";
  return access === "COMMENT" ? "ONLY_COMMENT" : "ONLY_READ";
}
