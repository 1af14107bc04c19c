import { CalendarFeed } from "@upiao/db";
import { dayInItaly, sayDueInALine } from "@upiao/domain";
import { hashToken, newToken } from "@upiao/identity";
import type { DataSource } from "typeorm";
import { loadersOn } from "../loaders.ts";
import { postsOf } from "../people/posts-of.ts";
import type { Reader } from "../reader.ts";
import { readCalendar } from "./read-calendar.ts";

const form = /^[\w-]{43}$/;
/** What a calendar program is told of: what has just passed, and two years to come. */
const span = { daysBefore: 90, daysAfter: 730 };
const dayMs = 86_400_000;

/** An entry for a calendar program. It names bodies and acts, and nobody in person. */
export interface FeedEntry {
  readonly key: string;
  /** ISO 8601. */
  readonly day: string;
  /** In Italian; holds user text. */
  readonly sentence: string;
  readonly path: string | null;
}

export function feedPath(token: string): string {
  return `/calendario/${token}.ics`;
}

export function findFeed(database: DataSource, userId: string): Promise<CalendarFeed | null> {
  return database.getRepository(CalendarFeed).findOneBy({ userId });
}

/** Gives out the secret path to a person's calendar, in place of the one before. Only the token's hash is kept. */
export async function openFeed(database: DataSource, userId: string): Promise<string> {
  const token = newToken();
  await database.query(
    `INSERT INTO calendar_feed (user_id, token_hash) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = now()`,
    [userId, hashToken(token)],
  );
  return feedPath(token);
}

export async function closeFeed(database: DataSource, userId: string): Promise<void> {
  await database.getRepository(CalendarFeed).delete({ userId });
}

/** The calendar to which a token leads, as its person may read it now; null when it is unknown, was ended, or its person may
 *  not sign in. */
export async function readFeed(database: DataSource, token: string): Promise<FeedEntry[] | null> {
  if (!form.test(token)) return null;
  const [found]: { user_id: string }[] = await database.query(
    `SELECT feed.user_id FROM calendar_feed feed JOIN user_account u ON u.id = feed.user_id
      WHERE feed.token_hash = $1 AND u.disabled_at IS NULL`,
    [hashToken(token)],
  );
  if (!found) return null;
  const reader: Reader = {
    signedIn: { posts: await postsOf(database.manager, found.user_id) },
    loaders: loadersOn(database),
  };
  const now = Date.now();
  const from = dayInItaly(new Date(now - span.daysBefore * dayMs));
  const until = dayInItaly(new Date(now + span.daysAfter * dayMs));
  const items = await readCalendar(database, reader, from, until);
  return Promise.all(
    items.map(async (item) => {
      const body = await reader.loaders.bodies.load(item.bodyId);
      const name = body?.type === "COMUNE" ? `Comune di ${body.name}` : (body?.name ?? "");
      const { key, day, path } = item;
      return { key, day, path, sentence: sayDueInALine(item, name) };
    }),
  );
}
