import type { DataSource, EntityManager } from "typeorm";
import { AppendLine } from "./append-line.ts";
import { insertText, insertValues } from "./append-rows.ts";
import { claimClients } from "./claim-clients.ts";
import { type LogReading, type LogRow, readingOf } from "./log-reading.ts";
import { runNamed } from "./named-statement.ts";
import { encodeUpdates, type LoggedUpdate } from "./updates-of-batch.ts";

/** What waits to be made durable at the next place of a section's log. */
export interface NewBatch {
  readonly sectionId: string;
  /** `Section.log` */
  readonly log: number;
  /** The place after the last that its node knows. */
  readonly seq: number;
  readonly updates: readonly LoggedUpdate[];
  /** Yjs client ids that are used for the first time, and whose they become with this commit. */
  readonly claims: ReadonlyMap<number, string>;
}

/** `APPENDED`; `BEHIND`: another node has taken the place, or later ones, so read on and try again; or the claimed client
 *  ids that are somebody else's, for which it was refused. */
export type Outcome = "APPENDED" | "BEHIND" | { readonly foreign: ReadonlySet<number> };

/** A section's log and its owners, as a node needs them to open it. */
export interface OpenedLog {
  readonly log: number;
  readonly reading: LogReading;
  readonly owners: Map<number, string>;
}

/** The first words of a section. */
export interface FirstText {
  readonly sectionId: string;
  readonly bytes: Uint8Array;
  /** Under which they are written, and whose it becomes. */
  readonly clientId: number;
  readonly authorId: string;
}

/** When each client last wrote, for `fold`. */
export type LastWrites = ReadonlyMap<number, Date>;

/** The append-only log of all sections: the truth that everything else about a text follows. */
export class UpdateLog {
  private readonly line: AppendLine;

  constructor(private readonly database: DataSource) {
    this.line = new AppendLine(database);
  }

  close(): Promise<void> {
    return this.line.close();
  }

  /** Appends each batch whole or not at all, all in one commit. Nodes that append at once to one section are told apart by
   *  the place: it can be taken once. */
  append(batches: readonly NewBatch[]): Promise<Outcome[]> {
    // In one order on every node, or two of them could wait for each other.
    const inOrder = batches.length > 1 ? [...batches].sort((one, other) => one.log - other.log) : batches;
    return batches.some(({ claims }) => claims.size > 0)
      ? this.appendWithClaims(batches, inOrder)
      : this.insert(inOrder).then((taken) => batches.map((batch) => outcomeOf(batch, taken)));
  }

  /** Begins the logs of sections in which nobody has written, all or none. Throws when somebody has. */
  async begin(texts: readonly FirstText[]): Promise<void> {
    const rows: { id: string; log: number }[] = await this.database.query(
      "SELECT id, log FROM section WHERE id = ANY ($1::uuid[])",
      [texts.map(({ sectionId }) => sectionId)],
    );
    const logs = new Map(rows.map(({ id, log }) => [id, log]));
    const batches = texts.map(({ sectionId, bytes, clientId, authorId }) => ({
      sectionId,
      log: logs.get(sectionId)!,
      seq: 1,
      updates: [{ bytes, authorId: null }],
      claims: new Map([[clientId, authorId]]),
    }));
    await this.database.transaction(async (tx) => {
      const foreign = await claimClients(tx, batches);
      const taken = await this.insert(batches, tx);
      if (foreign.size > 0 || taken.size < batches.length) throw new Error("a section was not empty");
    });
  }

  /** Throws when there is no such section, or its log has a hole. */
  async open(sectionId: string): Promise<OpenedLog> {
    const [section]: { log: number }[] = await this.database.query("SELECT log FROM section WHERE id = $1", [
      sectionId,
    ]);
    if (!section) throw new Error("no such section");
    const { log } = section;
    // In this order: whoever writes in what is read is among the owners.
    const reading = await this.readAfter(log, 0);
    return { log, reading, owners: await this.readOwners(sectionId) };
  }

  /** Reads what came after `seq`. Throws when the log has a hole. */
  async readAfter(log: number, seq: number): Promise<LogReading> {
    // One statement sees one moment, also while another node folds the log.
    const { rows } = await runNamed<LogRow>(
      this.database,
      "read log",
      `WITH base AS (SELECT seq, bytes FROM section_snapshot WHERE log = $1 AND seq > $2)
       SELECT 'snapshot' AS kind, seq, bytes FROM base
       UNION ALL
       SELECT 'batch', seq, updates FROM section_update
        WHERE log = $1 AND seq > greatest($2, (SELECT seq FROM base))
        ORDER BY seq`,
      [log, seq],
    );
    return readingOf(log, seq, rows);
  }

  /** Whose each Yjs client id is. */
  async readOwners(sectionId: string): Promise<Map<number, string>> {
    const rows: { client_id: string; user_id: string }[] = await this.database.query(
      "SELECT client_id, user_id FROM section_client WHERE section_id = $1",
      [sectionId],
    );
    return new Map(rows.map((row) => [Number(row.client_id), row.user_id]));
  }

  /** Puts one update in the place of all those up to `seq`, and notes until when each client wrote. Rows go when the next
   *  folding finds them covered already: a place that a slow node believes free is never free. */
  async fold(
    { sectionId, log }: { readonly sectionId: string; readonly log: number },
    seq: number,
    bytes: Uint8Array,
    lastWrites: LastWrites,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [before]: { seq: number }[] = await tx.query(
        "SELECT seq FROM section_snapshot WHERE log = $1 FOR UPDATE",
        [log],
      );
      if (before && before.seq >= seq) return;
      await tx.query(
        `INSERT INTO section_snapshot (log, seq, bytes) VALUES ($1, $2, $3)
         ON CONFLICT (log) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes
          WHERE section_snapshot.seq < excluded.seq`,
        [log, seq, asBuffer(bytes)],
      );
      if (before)
        await tx.query("DELETE FROM section_update WHERE log = $1 AND seq <= $2", [log, before.seq]);
      await tx.query(
        `UPDATE section_client SET last_at = greatest(last_at, seen.at)
           FROM unnest($2::bigint[], $3::timestamptz[]) AS seen (client_id, at)
          WHERE section_id = $1 AND section_client.client_id = seen.client_id`,
        [sectionId, [...lastWrites.keys()], [...lastWrites.values()]],
      );
    });
  }

  private appendWithClaims(batches: readonly NewBatch[], inOrder: readonly NewBatch[]): Promise<Outcome[]> {
    return this.database.transaction(async (tx) => {
      const foreign = await claimClients(tx, inOrder);
      const taken = await this.insert(
        inOrder.filter((batch) => !foreign.has(batch)),
        tx,
      );
      return batches.map((batch) => {
        const clients = foreign.get(batch);
        return clients ? { foreign: clients } : outcomeOf(batch, taken);
      });
    });
  }

  /** Answers the logs whose place was free. */
  private async insert(batches: readonly NewBatch[], tx?: EntityManager): Promise<ReadonlySet<number>> {
    if (batches.length === 0) return new Set();
    const rows = batches.map(({ log, seq, updates }) => ({ log, seq, updates: encodeUpdates(updates) }));
    if (!tx) return this.line.insert(rows);
    const taken: { log: number }[] = await tx.query(insertText(rows.length), insertValues(rows));
    return new Set(taken.map(({ log }) => log));
  }
}

function outcomeOf({ log }: NewBatch, taken: ReadonlySet<number>): Outcome {
  return taken.has(log) ? "APPENDED" : "BEHIND";
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
