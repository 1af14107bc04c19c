import type { EventEmitter } from "node:events";
import type { PoolClient } from "pg";
import type { DataSource } from "typeorm";

const namespace = "hashtext('upiao jobs')";

/** Shows to the other nodes that the workers of this one live, by a lock of PostgreSQL for each on the connection that
 *  listens for jobs: it ends with the process, however that ends. The library itself would take a killed worker for a
 *  busy one for four hours. */
export function showThatTheyLive(events: EventEmitter): void {
  const ids: string[] = [];
  events.on("worker:create", ({ worker }: { worker: { workerId: string } }) => ids.push(worker.workerId));
  events.on("pool:listen:success", ({ client }: { client: PoolClient }) =>
    sayAfterwards(
      client,
      `SELECT pg_advisory_lock(${namespace}, hashtext(id)) FROM unnest($1::text[]) AS id`,
      [ids],
    ),
  );
  // The connection goes back to those that serve anything.
  events.on("pool:listen:release", ({ client }: { client: PoolClient }) =>
    sayAfterwards(client, "SELECT pg_advisory_unlock_all()", []),
  );
}

/** The library has a statement of its own ready for the connection, and it takes one at a time. */
function sayAfterwards(client: PoolClient, statement: string, values: readonly unknown[]): void {
  client.once("drain", () => {
    client.query(statement, [...values]).catch(() => {
      // The library hears of it too, and listens again on another connection.
    });
  });
}

/** Gives back to all what workers hold that live no more. */
export async function freeJobsOfTheDead(database: DataSource): Promise<void> {
  await database.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
       FROM graphile_worker.jobs
      WHERE locked_by IS NOT NULL AND NOT EXISTS (
        SELECT FROM pg_locks
         WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
           AND classid = ${namespace}::oid AND objid = hashtext(locked_by)::oid)`,
  );
}
