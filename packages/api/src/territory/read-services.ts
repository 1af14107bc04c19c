import { Adhesion, HubService } from "@upiao/db";
import { adhesionStateOn } from "@upiao/domain";
import { In } from "typeorm";
import type { Context } from "../context.ts";
import { readableBodyIds } from "../hub/hub-area.ts";
import { mostServices } from "../limits.ts";
import { groupBy } from "./group-by.ts";
import type { TerritoryScope } from "./territory-scope.ts";
import type { TerritoryService } from "./territory-service.ts";

/** Which bodies of a territory take the services of its lead body's hub on a day, as far as the hub's register may be read. */
export async function readServices(
  context: Context,
  { leadBodyId, bodyIds }: TerritoryScope,
  day: string,
): Promise<TerritoryService[]> {
  const { database } = context.parts;
  const readable = new Set(await readableBodyIds(context));
  const services = await database.getRepository(HubService).find({
    where: { bodyId: readable.has(leadBodyId) ? leadBodyId : In([]) },
    order: { kind: "ASC", title: "ASC", id: "ASC" },
    take: mostServices,
  });
  const adhesions = await database.getRepository(Adhesion).find({
    where: {
      serviceId: In(services.map(({ id }) => id)),
      bodyId: In(bodyIds.filter((id) => readable.has(id))),
    },
    relations: { body: true },
    order: { body: { name: "ASC" }, id: "ASC" },
  });
  const byService = groupBy(adhesions, ({ serviceId }) => serviceId);
  return services.map(({ id, code, kind, title }) => ({
    code,
    kind,
    title,
    adhesions: (byService.get(id) ?? []).map((adhesion) => ({
      body: adhesion.body,
      state: adhesionStateOn(adhesion, day),
      fromDay: adhesion.fromDay,
      untilDay: adhesion.untilDay,
    })),
  }));
}
