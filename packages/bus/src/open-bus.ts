import type { Bus } from "./bus.ts";
import { NodeBus } from "./node-bus.ts";
import { PostgresLine } from "./postgres-line.ts";
import { PostgresWire } from "./postgres-wire.ts";
import { RedisWire } from "./redis-wire.ts";

/** A bus on PostgreSQL alone. `onError` hears once each time that a connection is lost. */
export async function openPostgresBus(databaseUrl: string, onError: (error: unknown) => void): Promise<Bus> {
  const line = await PostgresLine.open(databaseUrl);
  return new NodeBus(line, new PostgresWire(line), onError);
}

/** A bus whose news of sections and of presence go by Redis; those of rights come from PostgreSQL, with the commit that
 *  ends them. */
export async function openRedisBus(
  redisUrl: string,
  databaseUrl: string,
  onError: (error: unknown) => void,
): Promise<Bus> {
  const line = await PostgresLine.open(databaseUrl);
  const wire = new RedisWire(redisUrl, `upiao:${await line.nameOfDatabase()}`);
  const bus = new NodeBus(line, wire, onError);
  await wire.connect();
  return bus;
}
