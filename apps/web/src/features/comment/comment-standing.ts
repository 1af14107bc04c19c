import type { CommentPlace, Post } from "@upiao/domain";
import type { MyselfFragment, SectionPageQuery } from "../../generated/graphql.ts";

type Section = NonNullable<SectionPageQuery["section"]>;

/** Who comments, and where, as the rules want to know it. */
export interface CommentStanding {
  readonly sectionId: string;
  readonly userId: string;
  readonly posts: readonly Post[];
  readonly place: CommentPlace;
}

export function standingOf(
  { id: sectionId, myAccess, body, office }: Pick<Section, "id" | "myAccess" | "body" | "office">,
  { id: userId, memberships }: MyselfFragment,
): CommentStanding {
  const bodyIds = [
    ...(body ? [body.id] : []),
    ...(office ? [office.leadBody.id, ...office.members.map((member) => member.body.id)] : []),
  ];
  return {
    sectionId,
    userId,
    posts: memberships.map(({ role, competence, body: { id: bodyId } }) => ({ role, competence, bodyId })),
    place: { access: myAccess, bodyIds },
  };
}
