import { dayInItaly, publicPlanPath } from "@upiao/domain";
import type { Context } from "../context.ts";
import { mostHubObjectives } from "../limits.ts";
import { readableBodyIds } from "./hub-area.ts";
import type { PublishedHubObjective } from "./hub-pages.ts";
import { readableSectionIds } from "./list-objectives.ts";

type Row = Omit<PublishedHubObjective, "body" | "path"> & {
  readonly bodyId: string;
  readonly istatCode: string | null;
};

/** What the bodies of the reader's hubs have published that rests on a service of these hubs, where the reader does not have it in a
 *  section already: who offers a service sees whose plan counts on it also where the plan was never theirs to review. Of each plan
 *  what is in force, and of plans that are over nothing. */
export async function listPublishedObjectives(context: Context): Promise<PublishedHubObjective[]> {
  const [bodyIds, sectionIds] = await Promise.all([readableBodyIds(context), readableSectionIds(context)]);
  const year = Number(dayInItaly(new Date()).slice(0, 4));
  const rows: Row[] = await context.parts.database.query(
    `WITH in_force AS (
       SELECT DISTINCT ON (p.id) a.id, p.body_id, p.first_year
         FROM plan p JOIN adoption a ON a.plan_id = p.id JOIN publication u ON u.adoption_id = a.id
        WHERE p.body_id = ANY ($1::uuid[]) AND p.first_year + 2 >= $3
        ORDER BY p.id, a.amendment DESC)
     SELECT o.id, o.title, o.record->>'service' AS service, f.first_year AS "firstYear", b.id AS "bodyId",
            b.istat_code AS "istatCode"
       FROM in_force f
       JOIN body b ON b.id = f.body_id
       JOIN published_text t ON t.adoption_id = f.id AND t.section_id <> ALL ($2::uuid[])
       JOIN published_objective o ON o.text_id = t.id
       JOIN hub_service s ON s.code = o.record->>'service' AND s.body_id = ANY ($1::uuid[])
      ORDER BY o.title, o.id LIMIT $4`,
    [bodyIds, sectionIds, year, mostHubObjectives],
  );
  const bodies = await Promise.all(rows.map(({ bodyId }) => context.loaders.bodies.load(bodyId)));
  return rows.flatMap(({ bodyId, istatCode, ...row }, index) => {
    const body = bodies[index];
    return body ? [{ ...row, body, path: publicPlanPath({ id: bodyId, istatCode }, row.firstYear) }] : [];
  });
}
