import type { OpinionSubject, Post, SectionFacts } from "@upiao/domain";
import type { MyselfFragment, SectionOpinionsQuery } from "../../generated/graphql.ts";

export type JudgedSection = NonNullable<SectionOpinionsQuery["section"]>;

/** What an opinion would be given on, as the rules want to know it: as far as it matters to who controls its bodies. */
export function opinionSubjectOf({
  code,
  state,
  closed,
  body,
  office,
  frozenVersion,
}: JudgedSection): OpinionSubject {
  const owner: SectionFacts["owner"] = office
    ? {
        kind: "OFFICE",
        leadBodyId: office.leadBody.id,
        memberBodyIds: office.members.map((member) => member.body.id),
        formerMembers: [],
      }
    : { kind: "BODY", bodyId: body?.id ?? "", reviewerBodyIds: [] };
  const facts = { state, closed, adoptedAt: null, owner };
  return { facts, code, versionKind: frozenVersion ? "FROZEN" : null };
}

export function controlPostsOf(memberships: MyselfFragment["memberships"]): Post[] {
  return memberships.map(({ role, competence, body }) => ({ role, competence, bodyId: body.id }));
}
