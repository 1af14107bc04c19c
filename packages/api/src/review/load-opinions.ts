import { Opinion } from "@upiao/db";
import { type DataSource, In } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** The opinions on sections, the latest first. */
export function loadOpinions(database: DataSource) {
  return loadLists<Opinion>(
    (ids) =>
      database.getRepository(Opinion).find({ where: { sectionId: In([...ids]) }, order: { at: "DESC" } }),
    (opinion) => opinion.sectionId,
  );
}
