import { AssociatedOffice, OfficeMember } from "@upiao/db";
import type { Post } from "@upiao/domain";
import { type DataSource, In, IsNull } from "typeorm";

/** The offices in which bodies that a person works for take part, by name. */
export async function findOffices(database: DataSource, posts: readonly Post[]): Promise<AssociatedOffice[]> {
  const bodyIds = posts.map((post) => post.bodyId);
  const members = await database
    .getRepository(OfficeMember)
    .find({ where: { bodyId: In(bodyIds), leftAt: IsNull() }, select: { id: true, officeId: true } });
  return database.getRepository(AssociatedOffice).find({
    where: [{ leadBodyId: In(bodyIds) }, { id: In(members.map((member) => member.officeId)) }],
    order: { name: "ASC", id: "ASC" },
  });
}
