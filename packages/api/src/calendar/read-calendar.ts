import { CallApplication, FundingCall, Plan, ServiceContract } from "@upiao/db";
import { type CalendarFacts, type CalendarItem, calendarOf, mayApply, mayReadGrid } from "@upiao/domain";
import { Between, type DataSource, In } from "typeorm";
import { watchedBodyIds } from "../hub/hub-area.ts";
import type { Reader } from "../reader.ts";
import { findNewerEdition } from "../strategy/find-edition.ts";

/** What is due between two days for the bodies that the reader works for, by the rights of now. */
export async function readCalendar(
  database: DataSource,
  reader: Reader,
  from: string,
  until: string,
): Promise<CalendarItem[]> {
  const bodyIds = [...new Set(reader.signedIn.posts.map(({ bodyId }) => bodyId))];
  const [found, plans, newest, calls, contracts] = await Promise.all([
    Promise.all(bodyIds.map((id) => reader.loaders.bodies.load(id))),
    database.getRepository(Plan).findBy({ bodyId: In(bodyIds) }),
    findNewerEdition(database, ""),
    callsFor(database, reader, bodyIds, from, until),
    database
      .getRepository(ServiceContract)
      .findBy({ bodyId: In(await watchedBodyIds(reader)), expires: Between(from, until) }),
  ]);
  const bodies = found
    .filter((body) => body !== null)
    // As the grid itself asks, of a year in which it is empty.
    .map(({ id, type }) => ({ id, type, mayReadGrid: mayReadGrid([], id, reader.signedIn.posts) }));
  const newestEdition = newest?.code ?? null;
  const editions = [newestEdition, ...plans.map(({ strategyEdition }) => strategyEdition)];
  const lines = await linesOf(reader, new Set(editions.filter((edition) => edition !== null)));
  return calendarOf({ bodies, plans, newestEdition, lines, calls, contracts }, from, until);
}

/** The lines of action of these editions that have a last day, in the order of their text. */
async function linesOf({ loaders }: Reader, editions: ReadonlySet<string>): Promise<CalendarFacts["lines"]> {
  const items = await Promise.all([...editions].map((edition) => loaders.strategyItems.load(edition)));
  return items.flat().flatMap(({ kind, edition, code, title, dueOn, verified, details }) => {
    if (kind !== "ACTION_LINE" || dueOn === null) return [];
    return [{ edition, code, title, dueOn, isVerified: verified, types: details.bodies ?? [] }];
  });
}

/** Calls that close in these days, each with those of these bodies that applied to it or that it is for. */
async function callsFor(
  database: DataSource,
  reader: Reader,
  bodyIds: readonly string[],
  from: string,
  until: string,
) {
  const found = await database.getRepository(FundingCall).findBy({ deadline: Between(from, until) });
  const [bodies, applications, hubBodies] = await Promise.all([
    Promise.all(bodyIds.map((id) => reader.loaders.bodies.load(id))),
    database
      .getRepository(CallApplication)
      .findBy({ bodyId: In([...bodyIds]), callId: In(found.map(({ id }) => id)) }),
    Promise.all(bodyIds.map((id) => reader.loaders.hubBodies.load(id))),
  ]);
  return found.map(({ id, title, deadline, recipients, verified, bodyId: notedBy }) => {
    const concerned = bodyIds.filter((bodyId, index) => {
      const hub = hubBodies[index];
      const isKnown = notedBy === null || notedBy === bodyId || hub?.officeBodyIds.includes(notedBy);
      const applied = applications.some((one) => one.callId === id && one.bodyId === bodyId);
      const body = bodies[index];
      return isKnown && (applied || (body != null && mayApply(recipients, body.type)));
    });
    return { id, title, deadline: deadline!, bodyIds: concerned, isVerified: verified };
  });
}
