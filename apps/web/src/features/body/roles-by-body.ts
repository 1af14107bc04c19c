import type { MyselfFragment, Role } from "../../generated/graphql.ts";

type Membership = MyselfFragment["memberships"][number];

/** Memberships put together by body, in their order. */
export function rolesByBody(
  memberships: readonly Membership[],
): { body: Membership["body"]; roles: Role[] }[] {
  const found = new Map<string, { body: Membership["body"]; roles: Role[] }>();
  for (const { body, role } of memberships) {
    const known = found.get(body.id);
    if (known) known.roles.push(role);
    else found.set(body.id, { body, roles: [role] });
  }
  return [...found.values()];
}
