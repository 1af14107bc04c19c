import { mayBeMentioned, type Post, postIn, type SectionFacts } from "@upiao/domain";
import type { Person } from "../coediting/person.ts";
import type { Context } from "../context.ts";
import { longestSearch, mostMentionable } from "../limits.ts";
import { readFacts } from "../section/read-section.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly (Post & { readonly bodyName: string })[];
}

/** The people who may read a section and whose name holds these letters, by name. */
export async function findMentionable(
  context: Context,
  sectionId: string,
  search: string,
): Promise<Person[]> {
  const facts = await readFacts(context, sectionId);
  // PostgreSQL has no place for it, and no name holds it.
  if (search.includes("\0")) return [];
  const rows: Row[] = await context.parts.database.query(
    `SELECT u.id, u.name, json_agg(json_build_object('bodyId', m.body_id, 'role', m.role, 'bodyName', b.name)
                                   ORDER BY b.name, m.role) AS posts
       FROM membership m JOIN user_account u ON u.id = m.user_id JOIN body b ON b.id = m.body_id
      WHERE m.body_id = ANY ($1::uuid[]) AND u.disabled_at IS NULL AND strpos(lower(u.name), lower($2)) > 0
      GROUP BY u.id ORDER BY u.name, u.id`,
    [bodiesAround(facts), search.trim().slice(0, longestSearch)],
  );
  return rows
    .filter(({ posts }) => mayBeMentioned(facts, posts))
    .slice(0, mostMentionable)
    .map(({ id, name, posts }) => {
      const { bodyName, role } = postIn(facts, posts)!;
      return { id, name, bodyName, role };
    });
}

/** More than may read it: the rules are asked about each. */
function bodiesAround({ owner }: SectionFacts): string[] {
  if (owner.kind === "BODY") return [owner.bodyId, ...owner.reviewerBodyIds];
  return [owner.leadBodyId, ...owner.memberBodyIds, ...owner.formerMembers.map(({ bodyId }) => bodyId)];
}
