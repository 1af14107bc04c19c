import type { Section } from "@upiao/db";
import {
  countedProgress,
  dayInItaly,
  isYearOver,
  type MeasuredIndicator,
  mayReadOverview,
  Refusal,
  stateOfIndicator,
  stateOfObjective,
  targetTowards,
} from "@upiao/domain";
import type { Context } from "../context.ts";
import { ensureProjected } from "../objective/ensure-projected.ts";
import type { BodyOverview, OverviewIndicator, OverviewObjective } from "./body-overview.ts";
import { type CountedBody, findCounted } from "./find-counted.ts";
import { type FoundIndicator, findIndicators, findLeads, findObjectives } from "./find-objectives.ts";
import { groupBy } from "./group-by.ts";
import { keepFigures } from "./keep-figures.ts";
import { readFigures } from "./read-figures.ts";
import { rowOf, trendYears } from "./row-of.ts";

/** How a body's plan goes: for who works on it, for who leads an office that it is in, and for everybody as far as it is published.
 *  NOT_FOUND to others. */
export async function readBodyOverview(
  context: Context,
  bodyId: string,
  year: number,
): Promise<BodyOverview> {
  const { database } = context.parts;
  const { posts } = context.signedIn;
  const [leads, [counted]] = await Promise.all([
    findLeads(database, bodyId),
    findCounted(database, [bodyId], year, posts),
  ]);
  const isNothing = counted!.plan === null && counted!.sectionIds.length === 0;
  if (!mayReadOverview(bodyId, leads, posts) && isNothing) throw new Refusal("NOT_FOUND");
  const body = await context.loaders.bodies.load(bodyId);
  if (!body) throw new Refusal("NOT_FOUND");
  const isOver = isYearOver(year, dayInItaly(new Date()));
  await ensureProjected(database, counted!.sectionIds);
  await keepFigures(database, [counted!], trendYears(year));
  const [objectives, figures] = await Promise.all([
    objectivesOf(context, counted!, year, isOver),
    readFigures(database, [counted!], trendYears(year)),
  ]);
  return { body, year, row: rowOf(body, counted!, figures, { year, isOver }), objectives };
}

async function objectivesOf(
  { parts: { database }, loaders }: Context,
  { bodyId, sectionIds }: CountedBody,
  year: number,
  isOver: boolean,
): Promise<OverviewObjective[]> {
  const [objectives, indicators] = await Promise.all([
    findObjectives(database, bodyId, sectionIds),
    findIndicators(database, bodyId, sectionIds),
  ]);
  const sections = await Promise.all(objectives.map(({ sectionId }) => loaders.sections.load(sectionId)));
  const byObjective = groupBy(indicators, (one) => one.objectiveId);
  return objectives.map(({ id, title, responsible, dup, peg, isLeads }, index) => {
    const own = byObjective.get(id) ?? [];
    const standing = stateOfObjective(own.map((one) => measuredIn(one, year, isOver)));
    const section: Section = sections[index]!;
    return {
      id,
      title,
      responsible,
      dup,
      peg,
      isLeads,
      section,
      standing,
      indicators: own.map((one) => shown(one, year, isOver)),
    };
  });
}

function measuredIn(indicator: FoundIndicator, year: number, isOver: boolean): MeasuredIndicator {
  const { direction, baseline, years } = indicator;
  const found = years.find((one) => one.year === year);
  const { target = null, value = null } = found ?? {};
  return { direction, baseline, target, value, isYearOver: isOver };
}

function shown(indicator: FoundIndicator, year: number, isOver: boolean): OverviewIndicator {
  const { id, name, unit, direction, baseline, source, years } = indicator;
  const measured = measuredIn(indicator, year, isOver);
  const targets = years.flatMap(({ year: of, target }) =>
    target === null ? [] : [{ year: of, value: target }],
  );
  return {
    ...{ id, name, unit, direction, baseline, source, years },
    progress: countedProgress({ ...measured, target: targetTowards(year, targets) }),
    standing: stateOfIndicator(measured),
  };
}
