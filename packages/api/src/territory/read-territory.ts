import { expectedResults, itemTitles } from "@upiao/catalog";
import { Body } from "@upiao/db";
import { countingDay, dayInItaly, distributionOf, isYearOver, meanOf } from "@upiao/domain";
import { type DataSource, In } from "typeorm";
import type { Context } from "../context.ts";
import { mostTerritoryRows } from "../limits.ts";
import { ensureProjected } from "../objective/ensure-projected.ts";
import { findCounted } from "./find-counted.ts";
import { groupBy } from "./group-by.ts";
import { keepFigures } from "./keep-figures.ts";
import { readFigures } from "./read-figures.ts";
import { type ReadService, readServices } from "./read-services.ts";
import { readCoverage, readSums } from "./read-sums.ts";
import { rowOf, trendYears } from "./row-of.ts";
import type {
  CoveredResult,
  ObjectiveCounts,
  TerritoryOverview,
  TerritoryRow,
} from "./territory-overview.ts";
import { readScope, type TerritoryScope } from "./territory-scope.ts";
import type { TerritoryAdhesion } from "./territory-service.ts";

/** How the plans of a territory go in a year. Throws NOT_FOUND to who does not work on the plans of its lead body. */
export async function readTerritory(
  context: Context,
  asked: { readonly officeId: string } | { readonly provinceId: string },
  year: number,
): Promise<TerritoryOverview> {
  const { database } = context.parts;
  const { posts } = context.signedIn;
  const scope = await readScope(database, asked, posts);
  const counted = await findCounted(database, scope.bodyIds, year, posts);
  await ensureProjected(database, [...new Set(counted.flatMap(({ sectionIds }) => sectionIds))]);
  await keepFigures(database, counted, trendYears(year));
  const servicesOn = countingDay(year, dayInItaly(new Date()));
  const [rows, covered, sums, services, leadBody] = await Promise.all([
    rowsOf(database, scope, counted, year),
    readCoverage(database, counted, year, expectedResults()),
    readSums(database, counted, scope.leadBodyId, year),
    readServices(database, scope, servicesOn),
    context.loaders.bodies.load(scope.leadBodyId),
  ]);
  const progresses = rows.map(({ progress }) => progress);
  const { value, measured } = meanOf(progresses);
  return {
    name: scope.name,
    leadBody: leadBody!,
    year,
    bodies: rows.length,
    notSent: rows.filter(({ planState }) => planState === null).length,
    measuredBodies: measured,
    progress: value,
    trend: trendYears(year).map((one, index) => {
      const mean = meanOf(rows.map(({ trend }) => trend[index]!.progress));
      return { year: one, progress: mean.value, measured: mean.measured };
    }),
    objectives: totalOf(rows),
    distribution: distributionOf(progresses),
    rows: rows.slice(0, mostTerritoryRows),
    coverage: coverageOf(covered),
    sums: sums.map((sum) => ({ ...sum, title: itemTitles().get(sum.code) ?? null })),
    servicesOn,
    services: services.map(({ adhesions, ...service }) => ({
      ...service,
      adhesions: byName(adhesions, rows),
    })),
  };
}

async function rowsOf(
  database: DataSource,
  { bodyIds }: TerritoryScope,
  counted: Awaited<ReturnType<typeof findCounted>>,
  year: number,
): Promise<TerritoryRow[]> {
  const isOver = isYearOver(year, dayInItaly(new Date()));
  const [bodies, figures] = await Promise.all([
    database.getRepository(Body).find({ where: { id: In([...bodyIds]) } }),
    readFigures(database, counted, trendYears(year)),
  ]);
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const byBody = groupBy(figures, (one) => one.bodyId);
  return counted
    .map((one) => {
      const { bodyId } = one;
      return rowOf(byId.get(bodyId)!, one, byBody.get(bodyId) ?? [], { year, isOver });
    })
    .sort((one, other) => italian.compare(one.body.name, other.body.name));
}

/** In the order of the rows, which is that of the names. */
function byName(adhesions: ReadService["adhesions"], rows: readonly TerritoryRow[]): TerritoryAdhesion[] {
  const byBody = new Map(adhesions.map((adhesion) => [adhesion.bodyId, adhesion]));
  return rows.flatMap(({ body }) => {
    const adhesion = byBody.get(body.id);
    return adhesion ? [{ ...adhesion, body }] : [];
  });
}

// Made once: each comparison of thousands would make another.
const italian = new Intl.Collator("it");

function totalOf(rows: readonly TerritoryRow[]): ObjectiveCounts {
  const sum = (key: keyof ObjectiveCounts) =>
    rows.reduce((total, { objectives }) => total + objectives[key], 0);
  return {
    onTrack: sum("onTrack"),
    late: sum("late"),
    missed: sum("missed"),
    notMeasured: sum("notMeasured"),
  };
}

/** Every expected result of the catalogue, also those that nobody addresses: they are what a Province looks for. */
function coverageOf(covered: ReadonlyMap<string, number>): CoveredResult[] {
  return expectedResults().map(({ lines: _, ...result }) => ({
    ...result,
    bodies: covered.get(result.code) ?? 0,
  }));
}
