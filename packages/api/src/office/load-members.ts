import { OfficeMember } from "@upiao/db";
import { type DataSource, In, IsNull } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** The bodies that take part in an office today, by name. */
export function loadMembers(database: DataSource) {
  return loadLists(
    (officeIds) =>
      database.getRepository(OfficeMember).find({
        where: { officeId: In([...officeIds]), leftAt: IsNull() },
        relations: { body: true },
        order: { body: { name: "ASC" }, id: "ASC" },
      }),
    (member) => member.officeId,
  );
}
