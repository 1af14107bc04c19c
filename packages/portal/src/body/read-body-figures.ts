import type { DataSource } from "typeorm";
import { isLeadsSql } from "../indicators/is-leads.ts";

export interface BodyFigures {
  readonly objectives: number;
  readonly indicators: number;
  readonly measured: number;
}

/** How much the plans in force of a body promise, and how much of it was measured. */
export async function readBodyFigures(database: DataSource, bodyId: string): Promise<BodyFigures> {
  const rows: BodyFigures[] = await database.query(
    `WITH in_force AS (
        SELECT DISTINCT ON (a.plan_id) a.id FROM adoption a JOIN publication p ON p.adoption_id = a.id
          JOIN plan pl ON pl.id = a.plan_id WHERE pl.body_id = $1 ORDER BY a.plan_id, a.amendment DESC),
      promised AS (
        SELECT t.section_id, o.record FROM in_force JOIN published_text t ON t.adoption_id = in_force.id
          JOIN published_objective o ON o.text_id = t.id),
      asked AS (
        SELECT section_id, one->>'key' AS key FROM promised, jsonb_array_elements(promised.record->'indicators') AS one
         WHERE NOT coalesce(${isLeadsSql("promised.section_id", "$1")}, false))
      SELECT (SELECT count(*) FROM promised)::integer AS objectives, (SELECT count(*) FROM asked)::integer AS indicators,
        (SELECT count(*) FROM asked WHERE EXISTS (SELECT FROM indicator i JOIN measurement m ON m.indicator_id = i.id
          WHERE i.section_id = asked.section_id AND i.key = asked.key AND m.body_id = $1 AND m.value IS NOT NULL))::integer
          AS measured`,
    [bodyId],
  );
  return rows[0]!;
}
