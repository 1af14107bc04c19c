import type { Post, SectionFacts } from "@upiao/domain";
import type { MyselfFragment, SectionPageQuery } from "../../generated/graphql.ts";

type Section = NonNullable<SectionPageQuery["section"]>;
export type OfficeSection = Pick<Section, "id" | "state" | "closed" | "office">;

/** A shared section as the rules want to know it; null for another. */
export function factsOf({ state, closed, office }: OfficeSection): SectionFacts | null {
  if (!office) return null;
  return {
    state,
    closed,
    // Who has left the office is not shown it: the two facts that speak of them are not told, and not needed.
    adoptedAt: null,
    owner: {
      kind: "OFFICE",
      leadBodyId: office.leadBody.id,
      memberBodyIds: office.members.map(({ body }) => body.id),
      formerMembers: [],
    },
  };
}

export function postsOf(memberships: MyselfFragment["memberships"]): Post[] {
  return memberships.map(({ role, body }) => ({ role, bodyId: body.id }));
}
