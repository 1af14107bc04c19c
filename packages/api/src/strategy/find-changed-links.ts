import { CarriedObjective, Objective, StrategyItem } from "@upiao/db";
import { type CarryOver, carryOver } from "@upiao/domain";
import { type DataSource, type EntityManager, In, IsNull } from "typeorm";

export interface ChangedLink extends CarryOver<StrategyItem> {
  readonly objective: Objective;
}

interface Asked {
  /** Those of a plan, in its order. Their objectives have to be projected. */
  readonly sectionIds: readonly string[];
  /** The plan's. */
  readonly edition: string;
  readonly newest: string;
}

/** The links of objectives that the newest edition has changed, but for those that have been carried over to it. */
export async function findChangedLinks(
  database: DataSource | EntityManager,
  { sectionIds, edition, newest }: Asked,
): Promise<ChangedLink[]> {
  const inSections = { sectionId: In([...sectionIds]) };
  const objectives = await database
    .getRepository(Objective)
    .find({ where: { ...inSections, removedAt: IsNull() }, order: { place: "ASC" } });
  const carried = await database.getRepository(CarriedObjective).findBy(inSections);
  const editions = new Map(carried.map((one) => [nameOf(one), one.edition]));
  // A shared objective may have been carried over for the plan of another member.
  const editionOf = (objective: Objective) => {
    const own = editions.get(nameOf(objective));
    return own !== undefined && own > edition ? own : edition;
  };
  const left = objectives.filter((one) => one.items.length > 0 && editionOf(one) < newest);
  if (left.length === 0) return [];
  const itemsOf = await itemsByEdition(database, [newest, ...left.map(editionOf)]);
  return sectionIds.flatMap((sectionId) =>
    left
      .filter((objective) => objective.sectionId === sectionId)
      .flatMap((objective) =>
        carryOver(objective.items, itemsOf(editionOf(objective)), itemsOf(newest)).map((link) => ({
          objective,
          ...link,
        })),
      ),
  );
}

function nameOf({ sectionId, key }: Pick<Objective, "sectionId" | "key">): string {
  return `${sectionId} ${key}`;
}

async function itemsByEdition(
  database: DataSource | EntityManager,
  editions: readonly string[],
): Promise<(edition: string) => StrategyItem[]> {
  const items = await database
    .getRepository(StrategyItem)
    .find({ where: { edition: In([...new Set(editions)]) }, order: { place: "ASC" } });
  return (edition) => items.filter((item) => item.edition === edition);
}
