import { mayStartPlan } from "@upiao/domain";
import type { BodyNameFragment, MyselfFragment } from "../../generated/graphql.ts";

/** The bodies whose plans somebody with these roles may begin, each once. */
export function bodiesToStartFor(memberships: MyselfFragment["memberships"]): BodyNameFragment[] {
  const mine = memberships.filter(({ role, body }) => mayStartPlan(body.id, [{ role, bodyId: body.id }]));
  return [...new Map(mine.map(({ body }) => [body.id, body])).values()];
}
