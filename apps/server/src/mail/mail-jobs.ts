import {
  issueUnsubscribing,
  type MailRhythm,
  noteMailed,
  queueDigests,
  readDueMail,
  thinOutNotifications,
} from "@upiao/api";
import { lastDigestTime, type NotificationKind } from "@upiao/domain";
import type { DataSource } from "typeorm";
import type { Scheduled, Tick, Turn, Works } from "../jobs/job.ts";
import type { Post } from "./post.ts";
import { awayWords } from "./smtp-post.ts";
import { unsubscribePath } from "./unsubscribe-door.ts";
import { type WaysOut, writeLetter } from "./write-letter.ts";

interface Wanted {
  readonly userId: string;
  readonly rhythm: MailRhythm;
  /** Of the day's mail: what came later is for tomorrow. */
  readonly until?: string;
}

/** Mail, by the names under which it is queued. */
export function mailWorks(database: DataSource, post: Post, site: string): Works {
  return {
    // The rights are asked and what was read meanwhile is left out now, not when it was queued.
    async sendMail({ userId, rhythm, until }: Wanted, { attempt }: Turn) {
      const due = await readDueMail(database, userId, rhythm, until ? new Date(until) : null);
      if (due === null) return;
      const waysOut = await issueWaysOut(database, userId, [...new Set(due.items.map(({ kind }) => kind))]);
      const letter = writeLetter(userId, due, rhythm, waysOut, site);
      await post.send(letter, (on) => noteMailed(on, due.items));
      if (attempt > 1) await bringForward(database);
    },
    async sendDigests({ _cron }: Tick) {
      await queueDigests(database, lastDigestTime(new Date(_cron.ts)));
    },
    async resumeMail() {
      if ((await waitingForServer(database)).length > 0 && (await post.answers()))
        await bringForward(database);
    },
    async thinOut() {
      await thinOutNotifications(database);
    },
  };
}

const hour = 3_600_000;

export const mailSchedule: readonly Scheduled[] = [
  // Half past seven in Italy is one of these two; the other finds nothing that is not mailed already.
  { name: "sendDigests", when: "30 5,6 * * *", madeUpForMs: 23 * hour },
  { name: "resumeMail", when: "*/10 * * * *" },
  { name: "thinOut", when: "15 2 * * *", madeUpForMs: 23 * hour },
];

async function issueWaysOut(
  database: DataSource,
  userId: string,
  kinds: readonly NotificationKind[],
): Promise<WaysOut> {
  const ofKind = new Map<NotificationKind, string>();
  for (const kind of kinds)
    ofKind.set(kind, unsubscribePath(await issueUnsubscribing(database, userId, [kind])));
  const [only] = ofKind.values();
  const all = kinds.length === 1 ? only! : unsubscribePath(await issueUnsubscribing(database, userId, kinds));
  return { all, ofKind };
}

/** Mail whose server was away. After a day its next turn might be six hours off. */
async function waitingForServer(database: DataSource): Promise<string[]> {
  const rows: { id: string }[] = await database.query(
    `SELECT id FROM graphile_worker.jobs
      WHERE task_identifier = 'sendMail' AND locked_at IS NULL AND run_at > now() AND attempts < max_attempts
        AND last_error LIKE $1`,
    [`${awayWords}%`],
  );
  return rows.map(({ id }) => id);
}

async function bringForward(database: DataSource): Promise<void> {
  await database.query("SELECT graphile_worker.reschedule_jobs($1::bigint[], run_at := now())", [
    await waitingForServer(database),
  ]);
}
