import { Remark } from "@upiao/db";
import { mayReadRemarks, Refusal, type RemarkState } from "@upiao/domain";
import { In } from "typeorm";
import type { Context } from "../context.ts";
import { type Observed, observedAt, observedCursorOf } from "../review/find-observed.ts";
import type { RemarkDesk, RemarkPage } from "./remark-page.ts";

type Place = Pick<Observed, "at" | "id">;

/** A page of what citizens have said of a body's plans, the latest first. NOT_FOUND for who may not read it. */
export async function listRemarks(
  { parts: { database }, signedIn }: Context,
  bodyId: string,
  state: RemarkState,
  first: number,
  after: string | null,
): Promise<RemarkPage> {
  if (!mayReadRemarks(bodyId, signedIn.posts)) throw new Refusal("NOT_FOUND");
  const start = after === null ? null : observedAt(after);
  const places: Place[] = await database.query(
    `SELECT id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM remark
      WHERE body_id = $1 AND state = $2 AND ($3::timestamptz IS NULL OR (at, id) < ($3::timestamptz, $4::uuid))
      ORDER BY remark.at DESC, id DESC LIMIT $5`,
    [bodyId, state, start?.at ?? null, start?.id ?? null, first + 1],
  );
  const page = places.slice(0, first);
  const last = page.at(-1);
  const found = await database.getRepository(Remark).findBy({ id: In(page.map(({ id }) => id)) });
  const byId = new Map(found.map((remark) => [remark.id, remark]));
  return {
    rows: page.flatMap(({ id }) => byId.get(id) ?? []),
    pageInfo: {
      hasNextPage: places.length > first,
      endCursor: last ? observedCursorOf({ what: "THREAD", ...last }) : null,
    },
  };
}

/** Those of the bodies for which I read remarks, as far as there are any. */
export async function listRemarkDesks({ parts, loaders, signedIn }: Context): Promise<RemarkDesk[]> {
  const { posts } = signedIn;
  const bodyIds = [...new Set(posts.map(({ bodyId }) => bodyId))].filter((id) => mayReadRemarks(id, posts));
  if (bodyIds.length === 0) return [];
  const rows: { bodyId: string; waiting: number; published: number; dismissed: number }[] =
    await parts.database.query(
      `SELECT body_id AS "bodyId", (count(*) FILTER (WHERE state = 'NEW'))::integer AS waiting,
          (count(*) FILTER (WHERE state = 'PUBLISHED'))::integer AS published,
          (count(*) FILTER (WHERE state = 'DISMISSED'))::integer AS dismissed
        FROM remark WHERE body_id = ANY ($1::uuid[]) GROUP BY body_id ORDER BY body_id`,
      [bodyIds],
    );
  return Promise.all(
    rows.map(async ({ bodyId, ...counts }) => ({ body: (await loaders.bodies.load(bodyId))!, ...counts })),
  );
}
