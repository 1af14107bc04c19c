import { Indicator, Objective, Target } from "@upiao/db";
import DataLoader from "dataloader";
import { type DataSource, In, IsNull } from "typeorm";
import { loadLists } from "../load-lists.ts";
import { projectSections } from "./ensure-projected.ts";

/** The objectives that stand in the texts of sections, in their order, as the texts say them now. */
export function loadSectionObjectives(database: DataSource) {
  return new DataLoader<string, Objective[]>(async (ids) => {
    const faults = await projectSections(database, ids);
    const rows = await database.getRepository(Objective).find({
      where: { sectionId: In([...ids]), removedAt: IsNull() },
      order: { place: "ASC" },
    });
    return ids.map((id) => faults.get(id) ?? rows.filter(({ sectionId }) => sectionId === id));
  });
}

export function loadObjectiveIndicators(database: DataSource) {
  return loadLists<Indicator>(
    (ids) =>
      database.getRepository(Indicator).find({
        where: { objectiveId: In([...ids]), removedAt: IsNull() },
        order: { place: "ASC" },
      }),
    ({ objectiveId }) => objectiveId,
  );
}

export function loadIndicatorTargets(database: DataSource) {
  return loadLists<Target>(
    (ids) =>
      database.getRepository(Target).find({ where: { indicatorId: In([...ids]) }, order: { year: "ASC" } }),
    ({ indicatorId }) => indicatorId,
  );
}
