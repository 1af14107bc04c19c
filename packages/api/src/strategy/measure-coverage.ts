import type { Objective, Plan, StrategyItem } from "@upiao/db";
import { coverageOf, lastYearOf } from "@upiao/domain";
import { readableSectionsOf } from "../plan/read-plan.ts";
import type { Reader } from "../reader.ts";
import type { PlanCoverage, PlanCoverageChapter, PlanCoverageLine } from "./plan-coverage.ts";

/** The objectives of the texts in a plan that the viewer may read, the shared one among them. */
export async function objectivesOf(context: Reader, plan: Plan): Promise<Objective[]> {
  const sections = await readableSectionsOf(context, plan);
  return (await Promise.all(sections.map(({ id }) => context.loaders.sectionObjectives.load(id)))).flat();
}

/** What a plan should cover, by chapter; null while no edition is loaded. */
export async function measureCoverage(context: Reader, plan: Plan): Promise<PlanCoverage | null> {
  const { strategyEdition: edition, firstYear, bodyId } = plan;
  const { loaders } = context;
  const [objectives, body] = await Promise.all([objectivesOf(context, plan), loaders.bodies.load(bodyId)]);
  if (edition === null || !body) return null;
  const items = await loaders.strategyItems.load(edition);
  const named = new Set(objectives.flatMap((objective) => objective.items));
  const lastYear = lastYearOf(firstYear);
  const lines = coverageOf({ items, bodyType: body.type, firstYear, lastYear, named }).map((line) => ({
    ...line,
    objectives: objectives.filter((objective) => objective.items.includes(line.item.code)),
  }));
  return {
    edition,
    total: lines.length,
    addressed: lines.filter(({ isAddressed }) => isAddressed).length,
    chapters: byChapter(lines, items),
  };
}

function byChapter(
  lines: readonly PlanCoverageLine[],
  items: readonly StrategyItem[],
): PlanCoverageChapter[] {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const chapterOf = (item: StrategyItem): StrategyItem => {
    const parent = item.parent === null ? undefined : byCode.get(item.parent);
    return parent ? chapterOf(parent) : item;
  };
  const chapters = new Map<StrategyItem, PlanCoverageLine[]>();
  for (const line of lines) {
    const chapter = chapterOf(line.item);
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), line]);
  }
  return [...chapters].map(([chapter, ofChapter]) => ({ chapter, lines: ofChapter }));
}
