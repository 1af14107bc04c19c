import type { Section } from "@upiao/db";
import {
  dayInItaly,
  isYearBegun,
  isYearOver,
  type MeasuredIndicator as Measured,
  mayMeasure,
  measuredInYear,
  stateOfIndicator,
  stateOfObjective,
} from "@upiao/domain";
import type { Context } from "../context.ts";
import {
  loadMeasuredRows,
  loadStanding,
  type MeasuredRow,
  type StandingMeasurement,
} from "./measured-rows.ts";
import type { MeasuredIndicator, MeasuredObjective, MeasurementGrid } from "./measurement-grid.ts";
import { readGridSections } from "./read-grid-sections.ts";

/** What a body measures in a year, as far as the viewer may read it. Throws NOT_FOUND. The statements do not grow with the
 *  rows. */
export async function readGrid(context: Context, bodyId: string, year: number): Promise<MeasurementGrid> {
  const { parts, loaders, signedIn } = context;
  const { body, sections } = await readGridSections(context, bodyId, year);
  const ids = sections.map(({ id }) => id);
  const [rows, standing, titles] = await Promise.all([
    loadMeasuredRows(parts.database, bodyId, ids),
    loadStanding(parts.database, bodyId, year),
    Promise.all(ids.map((id) => loaders.sections.load(id))),
  ]);
  const today = dayInItaly(new Date());
  const measurable = new Set(
    isYearBegun(year, today)
      ? sections.filter(({ facts }) => mayMeasure(facts, bodyId, signedIn.posts)).map(({ id }) => id)
      : [],
  );
  const values = groupBy(standing, ({ indicatorId }) => indicatorId);
  const places = new Map(titles.flatMap((section) => (section ? [[section.id, section] as const] : [])));
  const objectives = [...groupBy(rows, ({ objectiveId }) => objectiveId).values()].map((ofOne) =>
    objectiveOf(ofOne, {
      year,
      isOver: isYearOver(year, today),
      values,
      section: places.get(ofOne[0]!.sectionId)!,
      mayMeasure: measurable.has(ofOne[0]!.sectionId),
    }),
  );
  return { body, year, mayMeasure: measurable.size > 0, objectives };
}

interface Around {
  readonly year: number;
  readonly isOver: boolean;
  readonly values: ReadonlyMap<string, readonly StandingMeasurement[]>;
  readonly section: Section;
  readonly mayMeasure: boolean;
}

function objectiveOf(rows: readonly MeasuredRow[], around: Around): MeasuredObjective {
  const { objectiveId: id, title, sectionId } = rows[0]!;
  const measured: Measured[] = [];
  const indicators = rows.flatMap((row) => {
    if (row.indicatorId === null) return [];
    const values = around.values.get(row.indicatorId) ?? [];
    const target = row.targets.find(({ year }) => year === around.year)?.value ?? null;
    const inYear = measuredInYear(row, target, values, around.isOver);
    measured.push(inYear);
    return [indicatorOf(row, row.indicatorId, values, inYear)];
  });
  const { section, mayMeasure } = around;
  return {
    ...{ id, title, sectionId, indicators, mayMeasure },
    sectionTitle: section.title,
    shared: section.officeId !== null,
    state: stateOfObjective(measured),
  };
}

function indicatorOf(
  { name, unit, direction, baseline, source, targets }: MeasuredRow,
  id: string,
  values: readonly StandingMeasurement[],
  inYear: Measured,
): MeasuredIndicator {
  return { id, name, unit, direction, baseline, source, targets, values, state: stateOfIndicator(inYear) };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
