import { type Comment, CommentThread, Opinion, sectionIdsAround } from "@upiao/db";
import { mayActOnSection, mayTakeRecord, Refusal, relationTo } from "@upiao/domain";
import { In } from "typeorm";
import { personOf } from "../coediting/person-of.ts";
import type { Context } from "../context.ts";
import { findObserved, type Observed, observedAt, observedCursorOf } from "./find-observed.ts";
import type { Observation, ObservationPage, ObservedComment } from "./observation.ts";

/** A page of the record of what was observed on a body's own sections and on those that it shares, the oldest first. */
export async function listObservations(
  context: Context,
  bodyId: string,
  first: number,
  after: string | null,
): Promise<ObservationPage> {
  if (!mayTakeRecord(bodyId, context.signedIn.posts)) throw new Refusal("NOT_FOUND");
  const start = after === null ? null : observedAt(after);
  const sectionIds = await recordedSections(context, bodyId);
  const found = await findObserved(context.parts.database, sectionIds, start, first + 1);
  const page = found.slice(0, first);
  const last = page.at(-1);
  return {
    rows: await observationsOf(context, page),
    pageInfo: { hasNextPage: found.length > first, endCursor: last ? observedCursorOf(last) : null },
  };
}

async function recordedSections(context: Context, bodyId: string): Promise<string[]> {
  const { parts, loaders, signedIn } = context;
  const around = await sectionIdsAround(parts.database, [bodyId]);
  const facts = await Promise.all(around.map((id) => loaders.facts.load(id)));
  return around.filter((_, index) => {
    const found = facts[index];
    if (found == null || !mayActOnSection("read", found, signedIn.posts)) return false;
    return ["OWN", "OFFICE"].includes(relationTo(found, bodyId));
  });
}

async function observationsOf(context: Context, page: readonly Observed[]): Promise<Observation[]> {
  const { database } = context.parts;
  const idsOf = (kind: Observed["what"]) => page.filter(({ what }) => what === kind).map(({ id }) => id);
  const [threads, opinions] = await Promise.all([
    database.getRepository(CommentThread).findBy({ id: In(idsOf("THREAD")) }),
    database.getRepository(Opinion).findBy({ id: In(idsOf("OPINION")) }),
  ]);
  const lines = await Promise.all([
    ...threads.map((thread) => ofThread(context, thread)),
    ...opinions.map((opinion) => ofOpinion(context, opinion)),
  ]);
  const byId = new Map(lines.map((line) => [line.id, line]));
  return page.flatMap(({ id }) => byId.get(id) ?? []);
}

async function ofThread(context: Context, thread: CommentThread): Promise<Observation> {
  const { loaders } = context;
  const { id, sectionId, byUserId: userId, bodyId, role, resolvedById } = thread;
  const [section, by, comments, resolvedBy] = await Promise.all([
    loaders.sections.load(sectionId),
    personOf(context, { userId, bodyId, role }),
    loaders.threadComments.load(id),
    resolvedById === null ? null : loaders.users.load(resolvedById),
  ]);
  const { competence, createdAt: at, kind, state, quote, resolvedAt } = thread;
  return {
    ...{ id, section: section!, by, competence, at, kind, state, quote },
    comments: await Promise.all(comments.map((comment) => observedComment(context, comment))),
    resolvedByName: resolvedBy?.name ?? null,
    resolvedAt,
    opinion: null,
  };
}

async function observedComment(context: Context, comment: Comment): Promise<ObservedComment> {
  const { byUserId: userId, bodyId, role, at, text, deletedAt } = comment;
  const by = await personOf(context, { userId, bodyId, role });
  return { by, at, text: deletedAt === null ? text : "" };
}

async function ofOpinion(context: Context, opinion: Opinion): Promise<Observation> {
  const { id, sectionId, byUserId: userId, bodyId, competence, at } = opinion;
  const [section, by] = await Promise.all([
    context.loaders.sections.load(sectionId),
    personOf(context, { userId, bodyId, role: "AUDITOR" }),
  ]);
  return {
    ...{ id, section: section!, by, competence, at, opinion },
    ...{ kind: null, state: null, quote: null, comments: [], resolvedByName: null, resolvedAt: null },
  };
}
