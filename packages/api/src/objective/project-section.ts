import { type ObjectiveFault, SectionProjection } from "@upiao/db";
import { type FieldFault, type ObjectiveRecord, objectivesIn } from "@upiao/document";
import type { EntityManager } from "typeorm";
import { fragmentOf, openText } from "../coediting/open-text.ts";
import { readLog } from "../coediting/read-log.ts";

/** Reads the objectives of a section from its text into their tables, in one transaction with the place of the log up to which
 *  they were read. A record is known by its key: it stays the same wherever its block goes, and one whose block is gone stays,
 *  marked, with what was measured of it. */
export async function projectSection(tx: EntityManager, sectionId: string): Promise<void> {
  // One at a time for each section, without holding up who writes in it.
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 5))", [sectionId]);
  const { reading } = await readLog(tx, sectionId);
  const projections = tx.getRepository(SectionProjection);
  const before = await projections.findOneBy({ sectionId });
  if (!reading || reading.seq <= (before?.seq ?? 0)) return;
  const [section]: { first_year: number }[] = await tx.query("SELECT first_year FROM section WHERE id = $1", [
    sectionId,
  ]);
  const doc = openText(reading);
  const objectives = objectivesIn(fragmentOf(doc), section!.first_year);
  doc.destroy();
  // Most texts have no objectives, and never had any.
  if (objectives.length > 0 || before) {
    await writeObjectives(tx, sectionId, objectives);
    await writeIndicators(tx, sectionId, objectives);
    await writeTargets(tx, sectionId, objectives);
  }
  await projections.upsert({ sectionId, seq: reading.seq }, ["sectionId"]);
}

async function writeObjectives(
  tx: EntityManager,
  sectionId: string,
  objectives: readonly ObjectiveRecord[],
): Promise<void> {
  const rows = objectives.map(({ indicators, faults, origin, ...row }, index) => ({
    ...row,
    origin_id: origin,
    faults: [
      ...faults.map((fault) => faultOf(fault, null)),
      ...indicators.flatMap(({ key, faults }) => faults.map((fault) => faultOf(fault, key))),
    ],
    place: index + 1,
  }));
  await tx.query(
    `INSERT INTO objective (section_id, key, place, title, responsible, items, dup, peg, budget, service, call,
                            origin_id, faults)
     SELECT $1, key, place, title, responsible, items, dup, peg, budget, service, call, origin_id, faults
       FROM jsonb_to_recordset($2::jsonb) AS row (key text, place integer, title text, responsible text, items text[],
                                                  dup text, peg text, budget text, service text, call text,
                                                  origin_id uuid, faults jsonb)
         ON CONFLICT (section_id, key) DO UPDATE
        SET place = excluded.place, title = excluded.title, responsible = excluded.responsible, items = excluded.items,
            dup = excluded.dup, peg = excluded.peg, budget = excluded.budget, service = excluded.service,
            call = excluded.call, origin_id = excluded.origin_id, faults = excluded.faults, removed_at = NULL`,
    [sectionId, JSON.stringify(rows)],
  );
  await removeOthers(tx, "objective", sectionId, rows);
}

function faultOf({ field, fault }: FieldFault, indicatorKey: string | null): ObjectiveFault {
  return { field, indicatorKey, kind: fault };
}

async function writeIndicators(
  tx: EntityManager,
  sectionId: string,
  objectives: readonly ObjectiveRecord[],
): Promise<void> {
  const rows = objectives.flatMap(({ key: objective, indicators }) =>
    indicators.map(({ targets: _, faults: _faults, ...row }, index) => ({
      ...row,
      objective,
      place: index + 1,
    })),
  );
  await tx.query(
    `INSERT INTO indicator (section_id, objective_id, key, place, name, unit, direction, baseline, source, measured_by)
     SELECT $1, objective.id, row.key, row.place, row.name, row.unit, row.direction, row.baseline, row.source,
            row."measuredBy"
       FROM jsonb_to_recordset($2::jsonb) AS row (objective text, key text, place integer, name text, unit text,
                                                  direction text, baseline double precision, source text,
                                                  "measuredBy" text)
       JOIN objective ON objective.section_id = $1 AND objective.key = row.objective
         ON CONFLICT (section_id, key) DO UPDATE
        SET objective_id = excluded.objective_id, place = excluded.place, name = excluded.name, unit = excluded.unit,
            direction = excluded.direction, baseline = excluded.baseline, source = excluded.source,
            measured_by = excluded.measured_by, removed_at = NULL`,
    [sectionId, JSON.stringify(rows)],
  );
  await removeOthers(tx, "indicator", sectionId, rows);
}

async function removeOthers(
  tx: EntityManager,
  table: "objective" | "indicator",
  sectionId: string,
  rows: readonly { readonly key: string }[],
): Promise<void> {
  await tx.query(
    `UPDATE ${table} SET removed_at = now()
      WHERE section_id = $1 AND removed_at IS NULL AND key <> ALL ($2::text[])`,
    [sectionId, rows.map(({ key }) => key)],
  );
}

/** Those of an indicator that is gone stay as they were. */
async function writeTargets(
  tx: EntityManager,
  sectionId: string,
  objectives: readonly ObjectiveRecord[],
): Promise<void> {
  const rows = objectives.flatMap(({ indicators }) =>
    indicators.flatMap(({ key, targets }) => targets.map((target) => ({ key, ...target }))),
  );
  const asked = [sectionId, JSON.stringify(rows)];
  const said = "jsonb_to_recordset($2::jsonb) AS row (key text, year integer, value double precision)";
  await tx.query(
    `DELETE FROM target USING indicator
      WHERE indicator.id = target.indicator_id AND indicator.section_id = $1 AND indicator.removed_at IS NULL
        AND NOT EXISTS (SELECT FROM ${said} WHERE row.key = indicator.key AND row.year = target.year)`,
    asked,
  );
  await tx.query(
    `INSERT INTO target (indicator_id, year, value)
     SELECT indicator.id, row.year, row.value
       FROM ${said} JOIN indicator ON indicator.section_id = $1 AND indicator.key = row.key
         ON CONFLICT (indicator_id, year) DO UPDATE SET value = excluded.value`,
    asked,
  );
}
