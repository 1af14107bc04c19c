import { BodyChange } from "@upiao/db";
import { type DataSource, In } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** The names that bodies had before, the last one first. */
export function loadFormerNames(database: DataSource) {
  return loadLists<BodyChange>(
    (ids) =>
      database.getRepository(BodyChange).find({
        where: { bodyId: In([...ids]), what: "NAME" },
        order: { day: "DESC", importedAt: "DESC" },
      }),
    ({ bodyId }) => bodyId,
  );
}
