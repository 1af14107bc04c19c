import { type AdhesionState, adhesionStateOn, type ServiceKind } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { mostServices } from "../limits.ts";
import type { TerritoryScope } from "./territory-scope.ts";

interface Row {
  readonly code: string;
  readonly kind: ServiceKind;
  readonly title: string;
  readonly adhesions: readonly {
    readonly body_id: string;
    readonly from_day: string | null;
    readonly until_day: string | null;
  }[];
}

export interface ReadService extends Omit<Row, "adhesions"> {
  readonly adhesions: readonly {
    readonly bodyId: string;
    readonly state: AdhesionState;
    readonly fromDay: string | null;
    readonly untilDay: string | null;
  }[];
}

/** Which bodies of a territory take the services of its lead body's hub on a day. Who works for the lead body reads in the hub's
 *  register what is of bodies that take part in its office today (HU1): of others in the territory nothing is said. */
export async function readServices(
  database: DataSource,
  { leadBodyId, bodyIds }: TerritoryScope,
  day: string,
): Promise<ReadService[]> {
  const rows: Row[] = await database.query(
    `SELECT s.code, s.kind, s.title, coalesce(taken.adhesions, '[]') AS adhesions
       FROM hub_service s
       LEFT JOIN LATERAL (
            SELECT json_agg(json_build_object('body_id', a.body_id, 'from_day', a.from_day, 'until_day', a.until_day)) AS adhesions
              FROM adhesion a
             WHERE a.service_id = s.id AND a.body_id = ANY ($2::uuid[])
               AND EXISTS (SELECT FROM office_member m JOIN associated_office o ON o.id = m.office_id
                            WHERE m.body_id = a.body_id AND m.left_at IS NULL AND o.lead_body_id = s.body_id)) taken ON true
      WHERE s.body_id = $1
      ORDER BY s.kind, s.title, s.id LIMIT $3`,
    [leadBodyId, bodyIds, mostServices],
  );
  return rows.map(({ adhesions, ...service }) => ({
    ...service,
    adhesions: adhesions.map(({ body_id: bodyId, from_day: fromDay, until_day: untilDay }) => ({
      bodyId,
      state: adhesionStateOn({ fromDay, untilDay }, day),
      fromDay,
      untilDay,
    })),
  }));
}
