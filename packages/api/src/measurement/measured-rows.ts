import type { Direction, Unit } from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";
import { isOthersSql, measuresSql } from "./measures-sql.ts";

/** An objective with one of its indicators, or with none yet. */
export interface MeasuredRow {
  readonly objectiveId: string;
  readonly title: string;
  readonly sectionId: string;
  readonly indicatorId: string | null;
  readonly name: string;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly baseline: number | null;
  readonly source: string | null;
  readonly targets: readonly { readonly year: number; readonly value: number }[];
}

/** What a body measures of the objectives that stand in these sections, in the order of the sections and of the text, in one statement. */
export function loadMeasuredRows(
  database: DataSource | EntityManager,
  bodyId: string,
  sectionIds: readonly string[],
): Promise<MeasuredRow[]> {
  return database.query(
    `SELECT o.id AS "objectiveId", o.title, o.section_id AS "sectionId", i.id AS "indicatorId", i.name, i.unit,
            i.direction, i.baseline, i.source,
            (SELECT coalesce(json_agg(json_build_object('year', t.year, 'value', t.value) ORDER BY t.year), '[]')
               FROM target t WHERE t.indicator_id = i.id) AS targets
       FROM objective o
       LEFT JOIN indicator i ON i.objective_id = o.id AND i.removed_at IS NULL AND ${measuresSql("i", "$2")}
      WHERE o.section_id = ANY ($1::uuid[]) AND o.removed_at IS NULL AND NOT ${isOthersSql("o", "$2")}
      ORDER BY array_position($1::uuid[], o.section_id), o.place, o.id, i.place, i.id`,
    [sectionIds, bodyId],
  );
}

/** What a body has measured of an indicator in a round. */
export interface StandingMeasurement {
  readonly id: string;
  readonly indicatorId: string;
  readonly round: number;
  readonly value: number | null;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly at: Date;
  readonly byName: string;
  readonly corrected: boolean;
}

/** All that a body has measured in a year, in one statement. */
export function loadStanding(
  database: DataSource | EntityManager,
  bodyId: string,
  year: number,
): Promise<StandingMeasurement[]> {
  return database.query(
    `SELECT m.id, m.indicator_id AS "indicatorId", m.round, m.value, m.note, m.evidence, m.at, u.name AS "byName",
            (SELECT 1 FROM measurement_revision r WHERE r.measurement_id = m.id LIMIT 1) IS NOT NULL AS corrected
       FROM measurement m JOIN user_account u ON u.id = m.by_user_id
      WHERE m.body_id = $1 AND m.year = $2
      ORDER BY m.round`,
    [bodyId, year],
  );
}

/** The key of a cell in a grid of one body and year. */
export function cellKey(indicatorId: string, round: number): string {
  return `${indicatorId} ${round}`;
}
