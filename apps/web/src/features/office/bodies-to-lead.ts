import { whyNotFoundOffice } from "@upiao/domain";
import type { BodyNameFragment, MyselfFragment, OfficeFragment } from "../../generated/graphql.ts";

/** The bodies for which somebody with these roles may found an office: none that is in one already. */
export function bodiesToLead(
  memberships: MyselfFragment["memberships"],
  offices: readonly OfficeFragment[],
): BodyNameFragment[] {
  const taken = new Set(
    offices.flatMap(({ leadBody, members }) => [leadBody.id, ...members.map(({ body }) => body.id)]),
  );
  const mine = memberships.filter(
    ({ role, body }) => !taken.has(body.id) && whyNotFoundOffice(body, [{ role, bodyId: body.id }]) === null,
  );
  return [...new Map(mine.map(({ body }) => [body.id, body])).values()];
}
