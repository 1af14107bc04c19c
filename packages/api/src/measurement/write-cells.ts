import { Refusal, whyNotMeasure } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { recordAudit } from "../audit/record-audit.ts";
import { postsOf } from "../people/posts-of.ts";
import type { AskedCell } from "./cell-input.ts";
import { type CellToWrite, judgeCells } from "./judge-cells.ts";
import { gridSections } from "./read-grid-sections.ts";
import type { SavedMeasurements } from "./saved-measurements.ts";

export interface CellsToSave {
  readonly bodyId: string;
  readonly year: number;
  readonly userId: string;
  readonly cells: readonly AskedCell[];
  /** The import that they came by. */
  readonly importId: string | null;
}

/** Writes all of these cells or none, in this transaction. Whoever measures the same body and year waits until it ends, so each
 *  finds what the one before has written. Throws a `Refusal`. */
export async function writeCells(tx: EntityManager, asked: CellsToSave): Promise<SavedMeasurements> {
  const { bodyId, year, userId, cells, importId } = asked;
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 9))", [`${bodyId} ${year}`]);
  const sections = await gridSections(tx, bodyId, year);
  const posts = await postsOf(tx, userId);
  const facts = sections.map((section) => section.facts);
  const why = whyNotMeasure(facts, bodyId, posts);
  if (why) throw new Refusal(why);
  const { writes, faults } = await judgeCells(tx, { bodyId, year, sections, posts, cells });
  if (faults.length > 0) return { saved: 0, faults };
  if (writes.length === 0) return { saved: 0, faults: [] };
  const corrected = writes.filter(({ standing }) => standing !== null);
  await keepRevisions(tx, corrected);
  await write(tx, asked, writes);
  await recordAudit(tx, {
    chain: bodyId,
    userId,
    action: importId === null ? "measurement.SAVE" : "measurement.IMPORT",
    subject: {
      year,
      measured: writes.length - corrected.length,
      corrected: corrected.length,
      import: importId,
    },
  });
  return { saved: writes.length, faults: [] };
}

async function keepRevisions(tx: EntityManager, corrected: readonly CellToWrite[]): Promise<void> {
  if (corrected.length === 0) return;
  await tx.query(
    `INSERT INTO measurement_revision (measurement_id, at, written_at, value, note, evidence, by_user_id)
     SELECT id, clock_timestamp(), at, value, note, evidence, by_user_id FROM measurement WHERE id = ANY ($1::uuid[])`,
    [corrected.map(({ standing }) => standing!.id)],
  );
}

async function write(
  tx: EntityManager,
  { bodyId, year, userId }: CellsToSave,
  writes: readonly CellToWrite[],
): Promise<void> {
  await tx.query(
    `INSERT INTO measurement (indicator_id, body_id, year, round, value, note, evidence, by_user_id, at)
     SELECT indicator_id, $1, $2, round, value, note, evidence, $3, clock_timestamp()
       FROM unnest($4::uuid[], $5::int[], $6::double precision[], $7::text[], $8::text[])
         AS written (indicator_id, round, value, note, evidence)
     ON CONFLICT (indicator_id, body_id, year, round) DO UPDATE
        SET value = excluded.value, note = excluded.note, evidence = excluded.evidence,
            by_user_id = excluded.by_user_id,
            -- Two corrections in one millisecond are two.
            at = greatest(excluded.at, measurement.at + interval '1 millisecond')`,
    [
      ...[bodyId, year, userId],
      writes.map(({ cell }) => cell.indicatorId),
      writes.map(({ cell }) => cell.round),
      writes.map(({ value }) => value),
      writes.map(({ note }) => note),
      writes.map(({ evidence }) => evidence),
    ],
  );
}
