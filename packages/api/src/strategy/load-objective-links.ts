import { Objective } from "@upiao/db";
import { type DataSource, In, IsNull } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** The objectives in the texts of these sections, in their order. */
export function loadObjectiveLinks(database: DataSource) {
  return loadLists<Objective>(
    (sectionIds) =>
      database.getRepository(Objective).find({
        where: { sectionId: In([...sectionIds]), removedAt: IsNull() },
        order: { sectionId: "ASC", place: "ASC" },
      }),
    ({ sectionId }) => sectionId,
  );
}
