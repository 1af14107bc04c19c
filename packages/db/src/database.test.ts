import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { createTestDatabase } from "@upiao/test";
import pg, { type Pool } from "pg";
import { expect, it } from "vitest";
import { openDatabase } from "./database.ts";
import { isDatabaseAway } from "./database-away.ts";

it("[T43] [T44] a connection that is cut while nobody listens to it takes nothing with it", async () => {
  const { url, drop } = await createTestDatabase("empty");
  const database = await openDatabase(url);
  const { master } = database.driver as unknown as { master: Pool };
  const client = await master.connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const ended = new Promise<void>((resolve) => client.once("end", resolve));
  await database.query("SELECT pg_terminate_backend($1)", [rows[0]!.pid]);
  await ended;
  client.release(true);
  expect(await database.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await database.destroy();
  await drop();
});

it("[T44] a database that takes a line and says nothing on it is away", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  const client = new pg.Client({ host: "127.0.0.1", port, connectionTimeoutMillis: 50 });
  expect(isDatabaseAway(await client.connect().catch((error: unknown) => error))).toBe(true);
  silent.close();
});
