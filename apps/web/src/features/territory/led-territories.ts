import type { MyselfFragment } from "../../generated/graphql.ts";

type Membership = MyselfFragment["memberships"][number];

/** The Provinces and metropolitan cities on whose plans somebody works: they look at their territory. */
export function ledProvinces(memberships: readonly Membership[]): Membership["body"][] {
  const led = memberships.filter(
    ({ role, body }) =>
      role !== "ADMIN" && (body.type === "PROVINCIA" || body.type === "CITTA_METROPOLITANA"),
  );
  return [...new Map(led.map(({ body }) => [body.id, body])).values()];
}
