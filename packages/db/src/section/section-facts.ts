import type { SectionFacts, State } from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";

interface Row {
  id: string;
  state: State;
  closed: boolean;
  adopted_at: Date | null;
  plan_body_id: string | null;
  reviewer_body_id: string | null;
  lead_body_ids: string[] | null;
  office_lead_id: string | null;
  members: { body_id: string; left_at: string | null }[] | null;
}

/** What the rules need to know of these sections, in one statement; an unknown id has no entry. */
export async function loadSectionFacts(
  database: DataSource | EntityManager,
  ids: readonly string[],
): Promise<Map<string, SectionFacts>> {
  const rows: Row[] = await database.query(
    `SELECT s.id, s.state, s.closed, s.adopted_at,
            p.body_id AS plan_body_id, p.reviewer_body_id,
            (SELECT array_agg(ao.lead_body_id)
               FROM office_member om JOIN associated_office ao ON ao.id = om.office_id
              WHERE om.body_id = p.body_id AND om.left_at IS NULL) AS lead_body_ids,
            o.lead_body_id AS office_lead_id,
            (SELECT json_agg(json_build_object('body_id', om.body_id, 'left_at', om.left_at))
               FROM office_member om WHERE om.office_id = s.office_id) AS members
       FROM section s
       LEFT JOIN plan p ON p.id = s.plan_id
       LEFT JOIN associated_office o ON o.id = s.office_id
      WHERE s.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, factsOf(row)]));
}

function factsOf(row: Row): SectionFacts {
  const { state, closed } = row;
  const adoptedAt = row.adopted_at?.toISOString() ?? null;
  if (row.plan_body_id !== null) {
    const reviewerBodyIds = [
      ...(row.lead_body_ids ?? []),
      ...(row.reviewer_body_id ? [row.reviewer_body_id] : []),
    ];
    return { state, closed, adoptedAt, owner: { kind: "BODY", bodyId: row.plan_body_id, reviewerBodyIds } };
  }
  const members = row.members ?? [];
  return {
    state,
    closed,
    adoptedAt,
    owner: {
      kind: "OFFICE",
      leadBodyId: row.office_lead_id!,
      memberBodyIds: members.filter((member) => member.left_at === null).map((member) => member.body_id),
      formerMembers: members.flatMap((member) =>
        member.left_at === null
          ? []
          : [{ bodyId: member.body_id, leftAt: new Date(member.left_at).toISOString() }],
      ),
    },
  };
}

/** The bodies that review these plans, by convention or since the body has submitted to them. */
export async function loadPlanReviewers(
  database: DataSource | EntityManager,
  planIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: { id: string; reviewers: string[] }[] = await database.query(
    `SELECT p.id, array_remove(array_agg(ao.lead_body_id) || p.reviewer_body_id, NULL) AS reviewers
       FROM plan p
       LEFT JOIN office_member om ON om.body_id = p.body_id AND om.left_at IS NULL
       LEFT JOIN associated_office ao ON ao.id = om.office_id
      WHERE p.id = ANY ($1::uuid[])
      GROUP BY p.id`,
    [planIds],
  );
  return new Map(rows.map(({ id, reviewers }) => [id, reviewers]));
}

/** Sections to which these bodies stand in any relation. More than anybody may see: the caller asks the rules
 *  about each. */
export async function sectionIdsAround(
  database: DataSource | EntityManager,
  bodyIds: readonly string[],
): Promise<string[]> {
  const rows: { id: string }[] = await database.query(
    `SELECT s.id FROM section s JOIN plan p ON p.id = s.plan_id
      WHERE p.body_id = ANY ($1::uuid[]) OR p.reviewer_body_id = ANY ($1::uuid[])
     UNION
     SELECT s.id FROM section s JOIN plan p ON p.id = s.plan_id
       JOIN office_member om ON om.body_id = p.body_id AND om.left_at IS NULL
       JOIN associated_office o ON o.id = om.office_id
      WHERE o.lead_body_id = ANY ($1::uuid[])
     UNION
     SELECT s.id FROM section s JOIN associated_office o ON o.id = s.office_id
      WHERE o.lead_body_id = ANY ($1::uuid[])
     UNION
     SELECT s.id FROM section s JOIN office_member om ON om.office_id = s.office_id
      WHERE om.body_id = ANY ($1::uuid[])`,
    [bodyIds],
  );
  return rows.map((row) => row.id);
}
