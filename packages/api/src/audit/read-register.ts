import { AssociatedOffice, AuditEvent } from "@upiao/db";
import { mayReadRegister, Refusal } from "@upiao/domain";
import { LessThan } from "typeorm";
import type { Context } from "../context.ts";
import { keepReadable } from "../section/read-section.ts";
import type { Register, RegisterLine } from "./register.ts";
import { findAuditFault } from "./verify-audit.ts";

/** A page of the register of a body, or of an office by its lead body. NOT_FOUND for who may not read it. */
export async function readRegister(
  context: Context,
  chain: string,
  first: number,
  below: number | null,
): Promise<Register> {
  const { database } = context.parts;
  const office = await database.getRepository(AssociatedOffice).findOneBy({ id: chain });
  if (!mayReadRegister(office?.leadBodyId ?? chain, context.signedIn.posts)) throw new Refusal("NOT_FOUND");
  const events = await database.getRepository(AuditEvent).find({
    where: { chain, ...(below === null ? {} : { place: LessThan(below) }) },
    order: { place: "DESC" },
    take: first + 1,
  });
  const lines = await linesOf(context, events.slice(0, first));
  return {
    lines,
    pageInfo: {
      hasNextPage: events.length > first,
      endCursor: lines.length > 0 ? String(lines.at(-1)!.place) : null,
    },
    fault: await findAuditFault(database, chain),
  };
}

async function linesOf(context: Context, events: readonly AuditEvent[]): Promise<RegisterLine[]> {
  const { loaders } = context;
  const sectionIds = events.map(({ subject }) => subject.section).filter((id) => typeof id === "string");
  const readable = new Set(await keepReadable(context, [...new Set(sectionIds)]));
  return Promise.all(
    events.map(async ({ place, at, userId, action, subject, hash }) => {
      const { section: id } = subject;
      const [user, section] = await Promise.all([
        loaders.users.load(userId),
        typeof id === "string" && readable.has(id) ? loaders.sections.load(id) : null,
      ]);
      return { place, at, byName: user?.name ?? "", action, section, hash: hash.toString("hex") };
    }),
  );
}
