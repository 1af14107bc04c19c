import type { Direction, Unit } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { isOthersSql, measuresSql } from "../measurement/measures-sql.ts";

export interface FoundObjective {
  readonly id: string;
  readonly sectionId: string;
  readonly title: string;
  readonly responsible: string | null;
  readonly dup: string | null;
  readonly peg: string | null;
  /** All of its indicators are the lead body's to measure, and this one is another. */
  readonly isLeads: boolean;
}

export interface FoundIndicator {
  readonly id: string;
  readonly objectiveId: string;
  readonly name: string;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly baseline: number | null;
  readonly source: string | null;
  /** Every year that has a target or a reading, in order. */
  readonly years: readonly {
    readonly year: number;
    readonly target: number | null;
    readonly value: number | null;
    readonly isRead: boolean;
  }[];
}

/** The bodies that lead an office in which this body takes part today. */
export async function findLeads(database: DataSource, bodyId: string): Promise<string[]> {
  const rows: { lead_body_id: string }[] = await database.query(
    `SELECT o.lead_body_id FROM office_member m JOIN associated_office o ON o.id = m.office_id
      WHERE m.body_id = $1 AND m.left_at IS NULL`,
    [bodyId],
  );
  return rows.map((row) => row.lead_body_id);
}

/** The objectives in these sections, in the order of the text. */
export function findObjectives(
  database: DataSource,
  bodyId: string,
  sectionIds: readonly string[],
): Promise<FoundObjective[]> {
  return database.query(
    `SELECT o.id, o.section_id AS "sectionId", o.title, o.responsible, o.dup, o.peg,
            ${isOthersSql("o", "$2")} AS "isLeads"
       FROM objective o JOIN section s ON s.id = o.section_id
      WHERE o.section_id = ANY ($1::uuid[]) AND o.removed_at IS NULL
      ORDER BY s.code, s.id, o.place`,
    [sectionIds, bodyId],
  );
}

/** Those of their indicators that this body measures, with what was expected and what this body has read of each in every year. */
export function findIndicators(
  database: DataSource,
  bodyId: string,
  sectionIds: readonly string[],
): Promise<FoundIndicator[]> {
  return database.query(
    `SELECT i.id, i.objective_id AS "objectiveId", i.name, i.unit, i.direction, i.baseline, i.source,
            COALESCE((
              SELECT json_agg(json_build_object('year', y.year, 'target', t.value, 'value', m.value, 'isRead', m.id IS NOT NULL)
                              ORDER BY y.year)
                FROM (SELECT year FROM target WHERE indicator_id = i.id
                      UNION SELECT year FROM measurement WHERE indicator_id = i.id AND body_id = $1) AS y
                LEFT JOIN target t ON t.indicator_id = i.id AND t.year = y.year
                LEFT JOIN LATERAL (SELECT id, value FROM measurement
                                    WHERE indicator_id = i.id AND body_id = $1 AND year = y.year
                                    ORDER BY round DESC LIMIT 1) m ON true), '[]') AS years
       FROM indicator i JOIN objective o ON o.id = i.objective_id AND o.removed_at IS NULL
      WHERE i.section_id = ANY ($2::uuid[]) AND i.removed_at IS NULL AND ${measuresSql("i", "$1::uuid")}
      ORDER BY i.place, i.id`,
    [bodyId, sectionIds],
  );
}
