import { Adhesion, HubService } from "@upiao/db";
import type { HubBody } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type { Context } from "../context.ts";
import { longestAct } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { dayOf, lastDayOrNull, lineOf } from "../requests/input.ts";
import { readAll } from "../requests/read-all.ts";
import { type AdhesionInput, knownOf } from "./hub-service-input.ts";
import { factsOf, saveRecord } from "./save-record.ts";

/** Of what is not offered to a body nobody knows. */
const nobody = "";

/** Records by which act a body takes a service, for who offers it. */
export function saveAdhesion(context: Context, adhesion: AdhesionInput): Promise<Adhesion> {
  return saveRecord<Adhesion>(context, {
    entity: Adhesion,
    kind: "ADHESION",
    known: knownOf(adhesion),
    bodyId: askedId(adhesion.bodyId),
    values: readAll({
      act: () => lineOf(adhesion.act, "act", longestAct),
      fromDay: () => dayOf(adhesion.fromDay, "fromDay"),
      untilDay: () => lastDayOrNull(adhesion.untilDay, "untilDay", adhesion.fromDay),
    }),
    fixed: { serviceId: askedId(adhesion.serviceId) },
    facts: factsUnder,
  });
}

/** Notes that a body asks for a service: the act is still to come. */
export function requestAdhesion(context: Context, serviceId: string, bodyId: string): Promise<Adhesion> {
  return saveRecord<Adhesion>(context, {
    entity: Adhesion,
    kind: "ADHESION_REQUEST",
    known: null,
    bodyId,
    values: {},
    fixed: { serviceId },
    facts: factsUnder,
  });
}

/** A body as it stands to one service: who offers it leads, and only the bodies of its office know of it. */
export async function factsUnder(
  tx: EntityManager,
  { serviceId, bodyId }: Pick<Partial<Adhesion>, "serviceId"> & { readonly bodyId: string },
): Promise<HubBody> {
  const service = await tx.getRepository(HubService).findOneBy({ id: serviceId });
  const facts = await factsOf(tx, { bodyId });
  const isOffered = service !== null && [bodyId, ...facts.leadBodyIds].includes(service.bodyId);
  return isOffered
    ? { ...facts, leadBodyIds: [service.bodyId] }
    : { bodyId: nobody, leadBodyIds: [], officeBodyIds: [] };
}
