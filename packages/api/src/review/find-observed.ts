import { badInput } from "@upiao/domain";
import type { DataSource } from "typeorm";

/** A line of the record, by its place in it: when it came, and its id. */
export interface Observed {
  readonly id: string;
  readonly what: "THREAD" | "OPINION";
  /** ISO 8601 with all the digits that the database has: two of one millisecond have an order. */
  readonly at: string;
}

/** Threads and opinions on these sections in the order in which they came, after this place. */
export function findObserved(
  database: DataSource,
  sectionIds: readonly string[],
  after: Pick<Observed, "at" | "id"> | null,
  first: number,
): Promise<Observed[]> {
  return database.query(
    `SELECT what, id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM (
       SELECT 'THREAD' AS what, id, created_at AS at FROM comment_thread WHERE section_id = ANY ($1::uuid[])
       UNION ALL
       SELECT 'OPINION', id, at FROM opinion WHERE section_id = ANY ($1::uuid[])) AS observed
      WHERE $2::timestamptz IS NULL OR (at, id) > ($2::timestamptz, $3::uuid)
      ORDER BY observed.at, observed.id LIMIT $4`,
    [sectionIds, after?.at ?? null, after?.id ?? null, first],
  );
}

export function observedCursorOf({ at, id }: Observed): string {
  return Buffer.from(JSON.stringify([at, id])).toString("base64url");
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export function observedAt(cursor: string): Pick<Observed, "at" | "id"> {
  const place = parse(Buffer.from(cursor, "base64url").toString());
  const [at, id] = Array.isArray(place) ? place : [];
  if (!isMoment(at) || typeof id !== "string" || !uuid.test(id)) throw badInput("after", "CURSOR");
  return { at, id };
}

/** Also not 30 February, on which the database would fail. */
function isMoment(at: unknown): at is string {
  if (typeof at !== "string" || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/.test(at)) return false;
  const inMilliseconds = `${at.slice(0, 23)}Z`;
  const read = new Date(inMilliseconds);
  return !Number.isNaN(read.getTime()) && read.toISOString() === inMilliseconds;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badInput("after", "CURSOR");
  }
}
