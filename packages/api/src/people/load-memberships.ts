import { Membership } from "@upiao/db";
import { type DataSource, In } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** The roles that a person holds, by body. */
export function loadMemberships(database: DataSource) {
  return loadLists(
    (userIds) =>
      database.getRepository(Membership).find({
        where: { userId: In([...userIds]) },
        relations: { body: true },
        order: { body: { name: "ASC" }, role: "ASC" },
      }),
    (membership) => membership.userId,
  );
}
