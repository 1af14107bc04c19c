import type { ObjectiveRecord } from "@upiao/document";
import type { DataSource } from "typeorm";
import { isLeadsSql } from "./is-leads.ts";

export interface Reading {
  readonly key: string;
  readonly year: number;
  readonly round: number;
  /** Null: «n.d.». */
  readonly value: number | null;
}

/** An objective as it was adopted, and what the body has measured of its indicators since. */
export interface PublicObjective {
  readonly adoptionId: string;
  readonly number: string;
  /** Of its text in the plan. */
  readonly position: number;
  readonly record: ObjectiveRecord;
  readonly readings: readonly Reading[];
}

/** The objectives of published adoptions, in their order. What is measured hangs on the section and the key of the indicator;
 *  nothing else of what is being written there is read, and of a shared section the body's own values. */
export function readObjectives(
  database: DataSource,
  adoptionIds: readonly string[],
): Promise<PublicObjective[]> {
  return database.query(
    `SELECT a.id AS "adoptionId", t.number, t.position, o.record,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('key', i.key, 'year', m.year, 'round', m.round, 'value', m.value)
            ORDER BY m.year, m.round), '[]')
          FROM jsonb_array_elements(o.record->'indicators') AS one
            JOIN indicator i ON i.section_id = t.section_id AND i.key = one->>'key'
            JOIN measurement m ON m.indicator_id = i.id AND m.body_id = pl.body_id
          WHERE NOT coalesce(${isLeadsSql("t.section_id", "pl.body_id")}, false)) AS readings
      FROM adoption a JOIN publication p ON p.adoption_id = a.id JOIN plan pl ON pl.id = a.plan_id
        JOIN published_text t ON t.adoption_id = a.id JOIN published_objective o ON o.text_id = t.id
      WHERE a.id = ANY($1) ORDER BY a.id, t.position, o.position`,
    [adoptionIds],
  );
}
