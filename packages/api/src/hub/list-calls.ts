import { FundingCall } from "@upiao/db";
import { type CallState, dayInItaly, Refusal, recipientOf } from "@upiao/domain";
import { Brackets } from "typeorm";
import type { Context } from "../context.ts";
import { readableBodyIds } from "./hub-area.ts";
import { pageOf, placeOf } from "./page-of.ts";

export interface CallFilter {
  readonly state: CallState | null;
  /** That may apply, or has. */
  readonly bodyId: string | null;
  /** Whose deadline is not after this day. */
  readonly until: string | null;
}

/** A deadline that nobody knows stands first. */
const unknown = "9999-12-31";
const key = `coalesce(call.deadline, '${unknown}'::date)`;

const stateOn: Readonly<Record<CallState, string>> = {
  CLOSED: "call.deadline < :today",
  COMING: "call.opens > :today AND (call.deadline IS NULL OR call.deadline >= :today)",
  OPEN: "(call.opens IS NULL OR call.opens <= :today) AND (call.deadline IS NULL OR call.deadline >= :today)",
};

/** A page of the catalogue's calls and of those that the hubs of my bodies have noted, the latest deadline first. */
export async function listCalls(context: Context, filter: CallFilter, first: number, after: string | null) {
  const readable = await readableBodyIds(context);
  const query = context.parts.database
    .getRepository(FundingCall)
    .createQueryBuilder("call")
    .where(
      new Brackets((either) => either.where("call.bodyId IS NULL").orWhere("call.bodyId IN (:...readable)")),
      { readable: [...readable, nobody] },
    )
    .orderBy(key, "DESC")
    .addOrderBy("call.id", "DESC")
    .limit(first + 1);
  if (after !== null) {
    const place = placeOf(after, /^\d{4}-\d\d-\d\d$/);
    query.andWhere(`(${key}, call.id) < (:key, :id)`, place);
  }
  if (filter.state !== null) query.andWhere(`(${stateOn[filter.state]})`, { today: dayInItaly(new Date()) });
  if (filter.until !== null) query.andWhere("call.deadline <= :until", { until: filter.until });
  if (filter.bodyId !== null) {
    const body = readable.includes(filter.bodyId) ? await context.loaders.bodies.load(filter.bodyId) : null;
    if (!body) throw new Refusal("NOT_FOUND");
    query.andWhere(
      new Brackets((either) =>
        either
          .where(":recipient = ANY (call.recipients)", { recipient: recipientOf[body.type] })
          .orWhere(
            "EXISTS (SELECT FROM call_application a WHERE a.call_id = call.id AND a.body_id = :bodyId)",
            { bodyId: body.id },
          ),
      ),
    );
  }
  return pageOf(await query.getMany(), first, ({ deadline }) => deadline ?? unknown);
}

/** An `IN` of nothing is no SQL. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** A call that the viewer may read; throws NOT_FOUND for every other. */
export async function readCall(context: Context, id: string): Promise<FundingCall> {
  const [call, readable] = await Promise.all([
    context.parts.database.getRepository(FundingCall).findOneBy({ id }),
    readableBodyIds(context),
  ]);
  if (!call || (call.bodyId !== null && !readable.includes(call.bodyId))) throw new Refusal("NOT_FOUND");
  return call;
}
