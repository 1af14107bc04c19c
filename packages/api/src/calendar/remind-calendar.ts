import { type CalendarItem, dayInItaly, daysUntil, isReminded, type Post, reminderDue } from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";
import { loadersOn } from "../loaders.ts";
import { notify } from "../notification/notify.ts";
import { peopleAt } from "../people/people-at.ts";
import { readCalendar } from "./read-calendar.ts";

/** Who writes a body's plans, and so does what its calendar asks for. */
const roles = ["EDITOR", "RTD"] as const;
/** As far ahead as the first reminder is. */
const daysAhead = 30;
const dayMs = 86_400_000;

interface Reminder {
  readonly item: CalendarItem;
  readonly days: number;
}

/** Reminds who works for a body of what its calendar has in the days after this one (ISO 8601). Each reminder goes out once, however
 *  often and by however many nodes it is asked for; of many on one day somebody is told once. */
export async function remindCalendar(database: DataSource, today: string): Promise<void> {
  const posts: Post[] = await database.query(
    `SELECT DISTINCT ON (body_id) body_id AS "bodyId", role FROM membership WHERE role = ANY ($1::text[]) ORDER BY body_id`,
    [roles],
  );
  const until = dayInItaly(new Date(Date.parse(today) + daysAhead * dayMs));
  // Of all bodies at once: as many statements as for one.
  const reader = { signedIn: { posts }, loaders: loadersOn(database) };
  const due = (await readCalendar(database, reader, today, until))
    .filter(isReminded)
    .flatMap((item): Reminder[] => {
      const days = reminderDue(daysUntil(item.day, today));
      return days === null ? [] : [{ item, days }];
    });
  if (due.length > 0) await database.transaction((tx) => remind(tx, due));
}

async function remind(tx: EntityManager, due: readonly Reminder[]): Promise<void> {
  const first: { body_id: string; key: string }[] = await tx.query(
    `INSERT INTO calendar_reminder (body_id, key, day, days)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::date[], $4::integer[])
      -- Two nodes that remind at once do not wait for each other in a circle.
      ORDER BY 1, 2
     ON CONFLICT DO NOTHING RETURNING body_id, key`,
    [
      due.map(({ item }) => item.bodyId),
      due.map(({ item }) => item.key),
      due.map(({ item }) => item.day),
      due.map(({ days }) => days),
    ],
  );
  const contracts = new Set(due.filter(({ item }) => item.kind === "CONTRACT").map(({ item }) => item.key));
  const watched = first.filter(({ key }) => contracts.has(key)).map(({ body_id }) => body_id);
  const bodyIds = [...new Set([...first.map(({ body_id }) => body_id), ...(await watchersOf(tx, watched))])];
  const to = await peopleAt(
    tx,
    roles.map((role) => ({ role, bodyIds })),
  );
  await notify(tx, { kind: "TERM", to, byUserId: null });
}

/** Who watches the contracts of these bodies: the leads of the offices in which they take part. */
async function watchersOf(tx: EntityManager, bodyIds: readonly string[]): Promise<string[]> {
  const rows: { lead_body_id: string }[] = await tx.query(
    `SELECT DISTINCT o.lead_body_id FROM office_member m JOIN associated_office o ON o.id = m.office_id
      WHERE m.body_id = ANY ($1::uuid[]) AND m.left_at IS NULL`,
    [bodyIds],
  );
  return rows.map(({ lead_body_id }) => lead_body_id);
}
