import type { GraphQLSchema } from "graphql";
import { everyField } from "./every-field.ts";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import type { World } from "./world.ts";

/** Everybody is told of everything, and that stands first in their lists: what they may not read says nothing. */
export async function notificationTrials(
  served: Served,
  world: World,
  schema: GraphQLSchema,
): Promise<Trial[]> {
  await served.database.query(
    `INSERT INTO notification (user_id, kind, section_id, plan_id, by_user_id, read_at, at)
     SELECT told.id, 'MENTION', place.section_id, place.plan_id, actor.id, now(), now() + interval '1 day'
       FROM user_account AS told,
            (SELECT id FROM user_account ORDER BY id LIMIT 1) AS actor,
            (SELECT id AS section_id, NULL::uuid AS plan_id FROM section WHERE id = ANY ($1::uuid[])
             UNION ALL SELECT NULL, id FROM plan WHERE id = ANY ($2::uuid[])) AS place`,
    [Object.values(world.sections), Object.values(world.plans)],
  );
  await served.database.query(
    "INSERT INTO outbox_mail (user_id, subject, text, html) SELECT id, name, '', '' FROM user_account",
  );
  const never = () => null;
  const unread = everyField(schema, "UnreadNotifications", 0);
  const preference = everyField(schema, "MailPreference", 0);
  // What else a section and a plan say is tried where they are asked for themselves.
  const list = `{ edges { cursor node { id kind at readAt byName path section { id title } plan { id dup } } }
    pageInfo { hasNextPage endCursor } }`;
  return [
    { name: "myNotifications", query: `{ myNotifications(first: 20) ${list} }`, whyNot: never },
    { name: "unreadNotifications", query: `{ unreadNotifications ${unread} }`, whyNot: never },
    { name: "myMailPreferences", query: `{ myMailPreferences ${preference} }`, whyNot: never },
    { name: "mailIsKept", query: "{ mailIsKept }", whyNot: never },
    {
      name: "outbox",
      query: `{ outbox ${everyField(schema, "OutboxMail", 0)} }`,
      whyNot: ({ posts }) => (posts.some(({ role }) => role === "ADMIN") ? null : "NOT_FOUND"),
    },
    {
      name: "markRead",
      query: `mutation ($id: ID!) { markRead(ids: [$id]) ${unread} }`,
      variables: { id: world.plans.alfa },
      whyNot: never,
    },
    {
      name: "markAllRead",
      query: `mutation { markAllRead(until: "2026-01-01T00:00:00Z") ${unread} }`,
      whyNot: never,
    },
    {
      name: "setNotificationChoice",
      query: `mutation { setNotificationChoice(kind: MENTION, mail: NONE) ${preference} }`,
      whyNot: never,
    },
  ];
}
