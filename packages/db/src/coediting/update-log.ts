import type { DataSource, EntityManager } from "typeorm";

/** An update that waits to be made durable. */
export interface NewUpdate {
  readonly sectionId: string;
  readonly bytes: Uint8Array;
  readonly authorId: string;
  /** Yjs client ids whose owner has to be written down, or seen again, with this update. */
  readonly clientIds: readonly number[];
}

/** Its place in the section's log; null: it was refused, since one of its client ids is somebody else's, or since one
 *  before it by the same person was, on which it may rest. */
export type Appended = { readonly seq: number } | null;

/** What came after a place in the log: the snapshot when the log was folded past that place, then the rest. */
export interface LogReading {
  /** Place of the last update; 0 for a section in which nobody has written. */
  readonly seq: number;
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly LoggedUpdate[];
}

export interface LoggedUpdate {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly authorId: string;
}

/** The append-only log of all sections' updates: the truth that everything else about a text follows. */
export class UpdateLog {
  constructor(private readonly database: DataSource) {}

  /** Appends in one transaction. The rows of several sections are locked in the order of their ids, so two
   *  nodes that append at once wait for each other and never deadlock. */
  append(updates: readonly NewUpdate[]): Promise<Appended[]> {
    return this.database.transaction(async (tx) => {
      const foreign = await bindClients(tx, updates);
      const accepted = updates.filter((update) => !foreign.has(update));
      const next = await takePlaces(tx, accepted);
      const places = updates.map((update): Appended => {
        if (foreign.has(update)) return null;
        const seq = next.get(update.sectionId)!;
        next.set(update.sectionId, seq + 1);
        return { seq };
      });
      await insertUpdates(tx, updates, places);
      return places;
    });
  }

  /** Reads what came after `seq`. Throws when the log has a hole: a document with a hole is not shown. */
  async readAfter(sectionId: string, seq: number): Promise<LogReading> {
    // One statement sees one moment, also while another node folds the log.
    const rows: { kind: "head" | "snapshot" | "update"; seq: string; bytes: Buffer; author_id: string }[] =
      await this.database.query(
        `WITH base AS (SELECT seq, bytes FROM section_snapshot WHERE section_id = $1 AND seq > $2)
         SELECT 'head' AS kind, last_seq AS seq, NULL::bytea AS bytes, NULL::uuid AS author_id
           FROM section_log WHERE section_id = $1
         UNION ALL
         SELECT 'snapshot', seq, bytes, NULL FROM base
         UNION ALL
         SELECT 'update', seq, bytes, author_id FROM section_update
          WHERE section_id = $1 AND seq > greatest($2, (SELECT seq FROM base))
          ORDER BY seq`,
        [sectionId, seq],
      );
    const head = Number(rows.find((row) => row.kind === "head")?.seq ?? 0);
    const snapshot = rows.find((row) => row.kind === "snapshot");
    const updates = rows
      .filter((row) => row.kind === "update")
      .map((row) => ({ seq: Number(row.seq), bytes: row.bytes, authorId: row.author_id }));

    const start = snapshot ? Number(snapshot.seq) : seq;
    const whole = updates.every((update, index) => update.seq === start + index + 1);
    if (!whole || start + updates.length !== head)
      throw new Error(`the log of section ${sectionId} has a hole`);
    return { seq: head, snapshot: snapshot?.bytes ?? null, updates };
  }

  /** Whose each Yjs client id is. */
  async readOwners(sectionId: string): Promise<Map<number, string>> {
    const rows: { client_id: string; user_id: string }[] = await this.database.query(
      "SELECT client_id, user_id FROM section_client WHERE section_id = $1",
      [sectionId],
    );
    return new Map(rows.map((row) => [Number(row.client_id), row.user_id]));
  }

  /** Puts one update in the place of all those up to `seq`. Who wrote them stays in `section_client`. */
  async fold(sectionId: string, seq: number, bytes: Uint8Array): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO section_snapshot (section_id, seq, bytes) VALUES ($1, $2, $3)
         ON CONFLICT (section_id) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes
          WHERE section_snapshot.seq < excluded.seq`,
        [sectionId, seq, asBuffer(bytes)],
      );
      await tx.query("DELETE FROM section_update WHERE section_id = $1 AND seq <= $2", [sectionId, seq]);
    });
  }
}

async function bindClients(tx: EntityManager, updates: readonly NewUpdate[]): Promise<Set<NewUpdate>> {
  const claims = new Map<string, { sectionId: string; clientId: number; authorId: string }>();
  for (const { sectionId, clientIds, authorId } of updates) {
    for (const clientId of clientIds) {
      const key = `${sectionId} ${clientId}`;
      if (!claims.has(key)) claims.set(key, { sectionId, clientId, authorId });
    }
  }
  if (claims.size === 0) return new Set();
  const rows: { section_id: string; client_id: string; user_id: string }[] = await tx.query(
    `WITH claim AS (
       SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::uuid[]) AS c (section_id, client_id, user_id)
     ), bound AS (
       INSERT INTO section_client (section_id, client_id, user_id, first_at, last_at)
       SELECT section_id, client_id, user_id, now(), now() FROM claim ORDER BY section_id, client_id
       ON CONFLICT (section_id, client_id) DO UPDATE SET last_at = now()
       RETURNING section_id, client_id, user_id
     ) SELECT section_id, client_id, user_id FROM bound`,
    [
      [...claims.values()].map((claim) => claim.sectionId),
      [...claims.values()].map((claim) => claim.clientId),
      [...claims.values()].map((claim) => claim.authorId),
    ],
  );
  const owners = new Map(rows.map((row) => [`${row.section_id} ${row.client_id}`, row.user_id]));
  const refused = new Set<string>();
  return new Set(
    updates.filter(({ sectionId, clientIds, authorId }) => {
      const isForeign = clientIds.some((clientId) => owners.get(`${sectionId} ${clientId}`) !== authorId);
      if (isForeign) refused.add(`${sectionId} ${authorId}`);
      return refused.has(`${sectionId} ${authorId}`);
    }),
  );
}

async function takePlaces(tx: EntityManager, updates: readonly NewUpdate[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { sectionId } of updates) counts.set(sectionId, (counts.get(sectionId) ?? 0) + 1);
  const rows: { section_id: string; last_seq: string }[] = await tx.query(
    `INSERT INTO section_log (section_id, last_seq, updated_at)
     SELECT section_id, count, now()
       FROM unnest($1::uuid[], $2::bigint[]) AS batch (section_id, count) ORDER BY section_id
     ON CONFLICT (section_id) DO UPDATE
        SET last_seq = section_log.last_seq + excluded.last_seq, updated_at = now()
     RETURNING section_id, last_seq`,
    [[...counts.keys()], [...counts.values()]],
  );
  return new Map(rows.map((row) => [row.section_id, Number(row.last_seq) - counts.get(row.section_id)! + 1]));
}

async function insertUpdates(tx: EntityManager, updates: readonly NewUpdate[], places: readonly Appended[]) {
  const placed = updates.flatMap((update, index) => {
    const place = places[index];
    return place ? [{ ...update, seq: place.seq }] : [];
  });
  if (placed.length === 0) return;
  await tx.query(
    `INSERT INTO section_update (section_id, seq, bytes, author_id, at)
     SELECT section_id, seq, bytes, author_id, now()
       FROM unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::uuid[]) AS u (section_id, seq, bytes, author_id)`,
    [
      placed.map((update) => update.sectionId),
      placed.map((update) => update.seq),
      placed.map((update) => asBuffer(update.bytes)),
      placed.map((update) => update.authorId),
    ],
  );
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
