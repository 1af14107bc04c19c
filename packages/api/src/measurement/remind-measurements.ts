import { daysUntil, lastRoundBefore, reminderDue, roundDeadline, type YearRound } from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";
import { notify } from "../notification/notify.ts";
import { peopleAt } from "../people/people-at.ts";
import { measuredSectionsSql } from "./measured-sections.ts";
import { measuresSql } from "./measures-sql.ts";

/** A body that owes values, and the place that its people are told of: its plan, or the shared section where it has none. */
interface Owing {
  readonly bodyId: string;
  readonly planId: string | null;
  readonly sectionId: string | null;
}

/** Reminds who measures a body that owes values, when the end of a round is near or has just passed on this day (ISO 8601).
 *  However often it is asked, and by however many nodes, each reminder goes out once. */
export async function remindMeasurements(database: DataSource, today: string): Promise<void> {
  const round = lastRoundBefore(today);
  const days = reminderDue(daysUntil(roundDeadline(round), today));
  if (days === null) return;
  for (const owing of await findOwing(database, round))
    await database.transaction((tx) => remind(tx, owing, round, days));
}

async function remind(
  tx: EntityManager,
  owing: Owing,
  { year, round }: YearRound,
  days: number,
): Promise<void> {
  const { bodyId, planId, sectionId } = owing;
  const first: object[] = await tx.query(
    `INSERT INTO measurement_reminder (body_id, year, round, days) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING days`,
    [bodyId, year, round, days],
  );
  if (first.length === 0) return;
  const to = await peopleAt(tx, [
    { role: "EDITOR", bodyIds: [bodyId] },
    { role: "RTD", bodyIds: [bodyId] },
  ]);
  const place = planId === null ? { sectionId: sectionId ?? undefined } : { planId };
  await notify(tx, { kind: "MEASUREMENT_DUE", to, ...place, byUserId: null });
}

/** The bodies that have not measured all of their indicators in a round, in one statement. Who has left an office owes nothing
 *  of it any more. */
function findOwing(database: DataSource, { year, round }: YearRound): Promise<Owing[]> {
  return database.query(
    `SELECT m.body_id AS "bodyId",
            (SELECT p.id FROM plan p WHERE p.body_id = m.body_id AND p.first_year BETWEEN $1 - 2 AND $1
              ORDER BY p.first_year DESC LIMIT 1) AS "planId",
            (array_agg(m.section_id ORDER BY m.section_id))[1] AS "sectionId"
       FROM (${measuredSectionsSql}) AS m
       JOIN section s ON s.id = m.section_id
       JOIN indicator i ON i.section_id = m.section_id AND i.removed_at IS NULL AND ${measuresSql("i", "m.body_id")}
       JOIN objective o ON o.id = i.objective_id AND o.removed_at IS NULL
      WHERE NOT EXISTS (SELECT FROM measurement v
                         WHERE v.indicator_id = i.id AND v.body_id = m.body_id AND v.year = $1 AND v.round = $2)
        AND (s.office_id IS NULL
             OR EXISTS (SELECT FROM associated_office ao WHERE ao.id = s.office_id AND ao.lead_body_id = m.body_id)
             OR EXISTS (SELECT FROM office_member om
                         WHERE om.office_id = s.office_id AND om.body_id = m.body_id AND om.left_at IS NULL))
      GROUP BY m.body_id
      ORDER BY m.body_id`,
    [year, round],
  );
}

/** Forgets spreadsheets that somebody has begun to import and left. */
export async function dropLeftImports(database: DataSource): Promise<void> {
  await database.query("DELETE FROM measurement_import WHERE at < now() - interval '1 day'");
}
