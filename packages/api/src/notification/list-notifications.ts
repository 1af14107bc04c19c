import { Notification } from "@upiao/db";
import { badInput } from "@upiao/domain";
import type { Context } from "../context.ts";
import type { NotificationConnection, UnreadNotifications } from "./notification-connection.ts";

/** A page of what the viewer is told, the latest first. */
export async function listNotifications(
  { parts, signedIn }: Context,
  unreadOnly: boolean,
  first: number,
  after: string | null,
): Promise<NotificationConnection> {
  const query = parts.database
    .getRepository(Notification)
    .createQueryBuilder("n")
    .where("n.userId = :userId", { userId: signedIn.userId })
    .orderBy("n.at", "DESC")
    .addOrderBy("n.id", "DESC")
    // One more tells whether there is a next page.
    .limit(first + 1);
  if (unreadOnly) query.andWhere("n.readAt IS NULL");
  if (after !== null) query.andWhere("(n.at, n.id) < (:at, :id)", placeAt(after));
  const rows = await query.getMany();
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** How many are unread, and when the last of all came. */
export async function countUnread({ parts, signedIn }: Context): Promise<UnreadNotifications> {
  const [row] = await parts.database.query(
    `SELECT (SELECT count(*)::int FROM notification WHERE user_id = $1 AND read_at IS NULL) AS count,
            (SELECT max(at) FROM notification WHERE user_id = $1) AS "lastAt"`,
    [signedIn.userId],
  );
  return row;
}

// The column keeps milliseconds, as JavaScript does.
function cursorOf({ at, id }: Notification): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

function placeAt(cursor: string): { at: string; id: string } {
  const [, at, id] =
    /^\["(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)","([\da-f-]{36})"\]$/.exec(
      Buffer.from(cursor, "base64url").toString(),
    ) ?? [];
  if (at === undefined || id === undefined) throw badInput("after", "CURSOR");
  return { at, id };
}
