import { Body } from "@upiao/db";
import { countingDay, dayInItaly, distributionOf, isYearOver, meanOf } from "@upiao/domain";
import { type DataSource, In } from "typeorm";
import type { Context } from "../context.ts";
import { mostTerritoryRows } from "../limits.ts";
import { ensureProjected } from "../objective/ensure-projected.ts";
import { findCounted } from "./find-counted.ts";
import { groupBy } from "./group-by.ts";
import { keepFigures } from "./keep-figures.ts";
import { type Editions, readEditions } from "./read-editions.ts";
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
import { readScope } from "./territory-scope.ts";
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
  const editions = await readEditions(database, counted);
  const servicesOn = countingDay(year, dayInItaly(new Date()));
  const bodies = await database.getRepository(Body).findBy({ id: In([...scope.bodyIds, scope.leadBodyId]) });
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const [rows, covered, sums, services] = await Promise.all([
    rowsOf(database, byId, counted, year),
    readCoverage(database, counted, year, editions),
    readSums(database, counted, scope.leadBodyId, year, editions),
    readServices(database, scope, servicesOn),
  ]);
  const progresses = rows.map(({ progress }) => progress);
  const { value, measured } = meanOf(progresses);
  return {
    name: scope.name,
    leadBody: byId.get(scope.leadBodyId)!,
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
    coverage: coverageOf(editions, covered),
    sums: sums.map((sum) => ({ ...sum, title: editions.titles.get(sum.code) ?? null })),
    servicesOn,
    services: services.map(({ adhesions, ...service }) => ({
      ...service,
      adhesions: byName(adhesions, rows),
    })),
  };
}

async function rowsOf(
  database: DataSource,
  bodies: ReadonlyMap<string, Body>,
  counted: Awaited<ReturnType<typeof findCounted>>,
  year: number,
): Promise<TerritoryRow[]> {
  const isOver = isYearOver(year, dayInItaly(new Date()));
  const figures = await readFigures(database, counted, trendYears(year));
  const byBody = groupBy(figures, (one) => one.bodyId);
  return counted
    .map((one) => {
      const { bodyId } = one;
      return rowOf(bodies.get(bodyId)!, one, byBody.get(bodyId) ?? [], { year, isOver });
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

/** Every expected result of the newest edition, also those that nobody addresses: they are what a Province looks for. */
function coverageOf({ results }: Editions, covered: ReadonlyMap<string, number>): CoveredResult[] {
  return results.map(({ code, title, verified }) => ({
    ...{ code, title, verified },
    bodies: covered.get(code) ?? 0,
  }));
}
