import type { Notification } from "@upiao/db";
import {
  deadlineTold,
  type MailChoice,
  type NotificationKind,
  planDeadline,
  tell,
  usualMail,
} from "@upiao/domain";
import type { DataSource } from "typeorm";
import { loadersOn } from "../loaders.ts";
import { postsOf } from "../people/posts-of.ts";
import type { Reader } from "../reader.ts";
import { type FoundPlace, findPlace } from "./find-place.ts";
import { pathOf } from "./path-of.ts";

/** Mail at once, or the day's. */
export type MailRhythm = Exclude<MailChoice, "NONE">;

/** What is to be mailed to a person now. */
export interface DueMail {
  readonly name: string;
  readonly email: string;
  readonly items: readonly DueItem[];
}

export interface DueItem {
  readonly id: string;
  readonly at: Date;
  readonly kind: NotificationKind;
  /** In Italian; holds user text. */
  readonly sentence: string;
  readonly path: string;
}

/** Whoever comes back from a long absence finds the rest on the page. */
const mostItems = 200;
const oldestDays = 30;

const due = `n.read_at IS NULL AND (n.mailed_at IS NULL OR n.mailed_at < n.at)
  AND n.at > now() - interval '${oldestDays} days'
  AND coalesce((SELECT mail FROM notification_choice AS c WHERE c.user_id = n.user_id AND c.kind = n.kind),
               $1::jsonb ->> n.kind) = $2`;

const day = new Intl.DateTimeFormat("it", { dateStyle: "long", timeZone: "UTC" });

/** What a person has not read and wants mailed in this rhythm, if it came by `until`, and as far as they may read what it
 *  is about when they are asked: now. Null when there is nothing, or nobody. */
export async function readDueMail(
  database: DataSource,
  userId: string,
  rhythm: MailRhythm,
  until: Date | null,
): Promise<DueMail | null> {
  const [person] = await database.query(
    "SELECT name, email FROM user_account WHERE id = $1 AND disabled_at IS NULL",
    [userId],
  );
  if (!person) return null;
  const rows: DueRow[] = await database.query(
    `SELECT n.id, n.at, n.kind, n.section_id AS "sectionId", n.plan_id AS "planId", n.thread_id AS "threadId",
            n.proposal_id AS "proposalId", actor.name AS "by"
       FROM notification AS n LEFT JOIN user_account AS actor ON actor.id = n.by_user_id
      WHERE n.user_id = $3 AND ($4::timestamptz IS NULL OR n.at <= $4) AND ${due}
      ORDER BY n.at DESC, n.id LIMIT ${mostItems}`,
    [JSON.stringify(usualMail), rhythm, userId, until],
  );
  const reader: Reader = {
    signedIn: { posts: await postsOf(database.manager, userId) },
    loaders: loadersOn(database),
  };
  const items = await Promise.all(rows.map((row) => itemOf(reader, row)));
  const readable = items.filter((item) => item !== null);
  return readable.length === 0 ? null : { ...person, items: readable };
}

/** Queues the day's mail of everybody who has something in it. */
export async function queueDigests(database: DataSource, until: Date): Promise<void> {
  await database.query(
    `SELECT graphile_worker.add_job('sendMail',
              json_build_object('userId', user_id, 'rhythm', 'DIGEST', 'until', $3::timestamptz),
              queue_name := 'mail ' || user_id, job_key := 'digest ' || user_id)
       FROM (SELECT DISTINCT user_id FROM notification AS n WHERE ${due} AND n.at <= $3) AS wanting
      ORDER BY user_id`,
    [JSON.stringify(usualMail), "DIGEST" satisfies MailRhythm, until],
  );
}

/** Notes that these were mailed as they stood: what has become new since then is due again. */
export async function noteMailed(
  database: Pick<DataSource, "query">,
  items: readonly DueItem[],
): Promise<void> {
  await database.query(
    `UPDATE notification AS n SET mailed_at = now()
       FROM unnest($1::uuid[], $2::timestamptz[]) AS mailed (id, at) WHERE n.id = mailed.id AND n.at = mailed.at`,
    [items.map(({ id }) => id), items.map(({ at }) => at)],
  );
}

type DueRow = Pick<
  Notification,
  "id" | "at" | "kind" | "sectionId" | "planId" | "threadId" | "proposalId"
> & {
  readonly by: string | null;
};

async function itemOf(reader: Reader, row: DueRow): Promise<DueItem | null> {
  const found = await findPlace(reader, row);
  const path = pathOf(row, found);
  if (path === null) return null;
  const { id, at, kind, by } = row;
  const told = deadlineTold(row, found?.plan ? planDeadline(found.plan) : null);
  const deadline = told && day.format(new Date(told));
  const sentence = tell({ kind, by, place: found && (await titleOf(reader, found)), deadline });
  return { id, at, kind, sentence, path };
}

async function titleOf({ loaders }: Reader, { section, plan }: FoundPlace): Promise<string> {
  if (section) {
    const owner = await loaders.owners.load(section.id);
    // Every body has a section «Valore pubblico»; what is shared says itself whose it is.
    return owner?.bodyId ? `${section.title}, ${owner.ownerName}` : section.title;
  }
  const body = await loaders.bodies.load(plan.bodyId);
  return `PIAO ${plan.firstYear}–${plan.firstYear + 2}, ${body?.name ?? ""}`;
}
