import { type CellFault, dayInItaly, isYearBegun, judgeCell, mayMeasure, type Post } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { longestNote } from "../limits.ts";
import type { AskedCell } from "./cell-input.ts";
import {
  cellKey,
  loadMeasuredRows,
  loadStanding,
  type MeasuredRow,
  type StandingMeasurement,
} from "./measured-rows.ts";
import type { GridSection } from "./read-grid-sections.ts";
import type { FaultyCell } from "./saved-measurements.ts";

/** A value that is to be written. */
export interface CellToWrite {
  readonly cell: AskedCell;
  readonly row: MeasuredRow;
  /** What stands there; null: it is the first. */
  readonly standing: StandingMeasurement | null;
  readonly value: number | null;
  readonly note: string | null;
  readonly evidence: string | null;
}

export interface Judged {
  readonly writes: readonly CellToWrite[];
  readonly unchanged: number;
  readonly faults: readonly FaultyCell[];
}

export interface Judging {
  readonly bodyId: string;
  readonly year: number;
  readonly sections: readonly GridSection[];
  readonly posts: readonly Post[];
  readonly cells: readonly AskedCell[];
}

/** What becomes of each of these cells, in a fixed number of statements. */
export async function judgeCells(tx: EntityManager, judging: Judging): Promise<Judged> {
  const { bodyId, year, sections, posts, cells } = judging;
  const measurable = sections.filter(({ facts }) => mayMeasure(facts, bodyId, posts)).map(({ id }) => id);
  const rows = await loadMeasuredRows(tx, bodyId, measurable);
  const indicators = new Map(rows.map((row) => [row.indicatorId, row]));
  const all = await loadStanding(tx, bodyId, year);
  const standing = new Map(all.map((one) => [cellKey(one.indicatorId, one.round), one]));

  const hasBegun = isYearBegun(year, dayInItaly(new Date()));
  const writes: CellToWrite[] = [];
  const faults: FaultyCell[] = [];
  const seen = new Set<string>();
  let unchanged = 0;
  for (const cell of cells) {
    const { indicatorId, round, row } = cell;
    const key = cellKey(indicatorId, round);
    const there = standing.get(key) ?? null;
    const refuse = (fault: CellFault) =>
      faults.push({ indicatorId, round, row, fault, current: fault === "CHANGED" ? there : null });
    const indicator = indicators.get(indicatorId);
    if (!indicator) refuse("UNKNOWN");
    else if (seen.has(key)) refuse("TWICE");
    else {
      const wanted = { ...cell, basedOn: cell.basedOn?.getTime() ?? null };
      const stands = there && { ...there, at: there.at.getTime() };
      const judgement = judgeCell(wanted, indicator.unit, stands, longestNote);
      if (judgement.kind === "SAME") unchanged++;
      // Whatever is wrong beside that cannot be mended before.
      else if (!hasBegun) refuse("NOT_BEGUN");
      else if (judgement.kind === "FAULT") refuse(judgement.fault);
      else writes.push({ cell, row: indicator, standing: there, ...judgement });
    }
    seen.add(key);
  }
  return { writes, unchanged, faults };
}
