import { MeasurementImport } from "@upiao/db";
import { badInput, isDoubtfulPercentage, Refusal, whyNotMeasure } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type { Context } from "../context.ts";
import { mostImportCells, mostPreviewed } from "../limits.ts";
import { postsOf } from "../people/posts-of.ts";
import type { AskedCell } from "./cell-input.ts";
import { type CellToWrite, judgeCells } from "./judge-cells.ts";
import type { ImportChange, ImportPreview } from "./measurement-import.ts";
import { gridSections } from "./read-grid-sections.ts";
import type { SavedMeasurements } from "./saved-measurements.ts";
import { writeCells } from "./write-cells.ts";

/** Begins an import into a body's year; of each person and body there is one at a time. Throws a `Refusal`. */
export async function beginImport(context: Context, bodyId: string, year: number): Promise<string> {
  const { userId } = context.signedIn;
  return context.change(async (tx) => {
    const facts = (await gridSections(tx, bodyId, year)).map((section) => section.facts);
    const why = whyNotMeasure(facts, bodyId, await postsOf(tx, userId));
    if (why) throw new Refusal(why);
    const imports = tx.getRepository(MeasurementImport);
    await imports.delete({ userId, bodyId });
    return (await imports.save({ userId, bodyId, year })).id;
  });
}

/** Takes a part of a spreadsheet, with what stands in its cells at this moment. Sent again, it replaces itself. Returns how many
 *  cells have arrived. */
export async function takeCells(
  context: Context,
  importId: string,
  cells: readonly Omit<AskedCell, "basedOn">[],
): Promise<number> {
  return context.change(async (tx) => {
    const { bodyId, year } = await lockImport(tx, importId, context.signedIn.userId);
    await tx.query(
      `INSERT INTO measurement_import_cell (import_id, row, round, indicator_id, text, note, evidence, based_on)
       SELECT DISTINCT ON (c.row, c.round) $1::uuid, c.row, c.round, c."indicatorId", c.text, c.note, c.evidence, m.at
         FROM jsonb_to_recordset($2::jsonb)
           AS c (row int, round int, "indicatorId" uuid, text text, note text, evidence text)
         LEFT JOIN measurement m ON m.indicator_id = c."indicatorId" AND m.body_id = $3 AND m.year = $4
                                AND m.round = c.round
       ON CONFLICT (import_id, row, round) DO UPDATE
          SET indicator_id = excluded.indicator_id, text = excluded.text, note = excluded.note,
              evidence = excluded.evidence, based_on = excluded.based_on`,
      [importId, JSON.stringify(cells), bodyId, year],
    );
    const [{ count }] = await tx.query(
      "SELECT count(*)::int AS count FROM measurement_import_cell WHERE import_id = $1",
      [importId],
    );
    if (count > mostImportCells) throw badInput("cells", "TOO_MANY", { most: mostImportCells });
    return count;
  });
}

/** What an import would change if it were written now. */
export async function previewImport(context: Context, importId: string): Promise<ImportPreview> {
  const { userId, posts } = context.signedIn;
  const tx = context.parts.database.manager;
  const { bodyId, year } = await findImport(tx, importId, userId);
  const sections = await gridSections(tx, bodyId, year);
  const why = whyNotMeasure(
    sections.map(({ facts }) => facts),
    bodyId,
    posts,
  );
  if (why) throw new Refusal(why);
  const cells = await readCells(tx, importId);
  const { writes, unchanged, faults } = await judgeCells(tx, { bodyId, year, sections, posts, cells });
  const corrected = writes.filter(({ standing }) => standing !== null).length;
  return {
    ...{ id: importId, cells: cells.length, unchanged, corrected },
    added: writes.length - corrected,
    changes: writes.slice(0, mostPreviewed).map(changeOf),
    faultCount: faults.length,
    faults: faults.slice(0, mostPreviewed),
  };
}

/** Writes an import, all of it or nothing, in one transaction. */
export async function confirmImport(context: Context, importId: string): Promise<SavedMeasurements> {
  const { userId } = context.signedIn;
  return context.change(async (tx) => {
    const { bodyId, year } = await lockImport(tx, importId, userId);
    const cells = await readCells(tx, importId);
    const saved = await writeCells(tx, { bodyId, year, userId, cells, importId });
    if (saved.faults.length > 0) return { ...saved, faults: saved.faults.slice(0, mostPreviewed) };
    await tx.getRepository(MeasurementImport).delete(importId);
    return saved;
  });
}

function changeOf({ cell, row, standing, value, note, evidence }: CellToWrite): ImportChange {
  return {
    row: cell.row!,
    round: cell.round,
    objectiveTitle: row.title,
    indicatorName: row.name,
    unit: row.unit,
    before: standing,
    after: value,
    wordsChange: (standing?.note ?? null) !== note || (standing?.evidence ?? null) !== evidence,
    isDoubtful: cell.text !== null && isDoubtfulPercentage(cell.text, row.unit),
  };
}

/** An import is of who has begun it: to all others it does not exist. */
async function findImport(tx: EntityManager, id: string, userId: string): Promise<MeasurementImport> {
  const found = await tx.getRepository(MeasurementImport).findOneBy({ id, userId });
  if (!found) throw new Refusal("NOT_FOUND");
  return found;
}

async function lockImport(tx: EntityManager, id: string, userId: string): Promise<MeasurementImport> {
  const found = await tx
    .getRepository(MeasurementImport)
    .findOne({ where: { id, userId }, lock: { mode: "pessimistic_write" } });
  if (!found) throw new Refusal("NOT_FOUND");
  return found;
}

/** In the order of the spreadsheet. */
function readCells(tx: EntityManager, importId: string): Promise<AskedCell[]> {
  return tx.query(
    `SELECT row, round, indicator_id AS "indicatorId", text, note, evidence, based_on AS "basedOn"
       FROM measurement_import_cell WHERE import_id = $1 ORDER BY row, round`,
    [importId],
  );
}
