import { isReplyAwaited } from "@upiao/domain";
import { personOf } from "../coediting/person-of.ts";
import type { Context } from "../context.ts";
import type { Finding } from "./finding.ts";
import type { FindingRow } from "./load-findings.ts";

/** The open findings on a section that the viewer may read. */
export async function findingsOn(context: Context, sectionId: string): Promise<Finding[]> {
  const rows = await context.loaders.findings.load(sectionId);
  return Promise.all(rows.map((row) => findingOf(context, row)));
}

async function findingOf(context: Context, row: FindingRow): Promise<Finding> {
  const { id, quote, text, competence, createdAt, lastAt, lastUserId } = row;
  const [by, last] = await Promise.all([
    personOf(context, { userId: row.byUserId, bodyId: row.bodyId, role: row.role }),
    lastUserId === null
      ? null
      : { userId: lastUserId, posts: await context.loaders.memberships.load(lastUserId) },
  ]);
  return {
    id,
    quote,
    text: text ?? "",
    by,
    competence,
    createdAt,
    lastAt: lastAt ?? createdAt,
    isReplyAwaited: isReplyAwaited(row, last),
  };
}
