import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Bus, openPostgresBus } from "@upiao/bus";
import { openDatabase } from "@upiao/db";
import { foldUpdates } from "@upiao/document";
import { LoginDesk } from "@upiao/identity";
import { createTestDatabase, type TestDatabase } from "@upiao/test";
import * as encoding from "lib0/encoding";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { SyncServer } from "./sync-server.ts";

const beatMs = 100;

let test: TestDatabase;
let database: DataSource;
let bus: Bus;
let sync: SyncServer;
let server: Server;
let section: string;
let token: string;
const faults: unknown[] = [];

beforeAll(async () => {
  test = await createTestDatabase("demo");
  database = await openDatabase(test.url);
  bus = await openPostgresBus(test.url, () => {});
  sync = new SyncServer({
    database,
    bus,
    schemaNumber: 1,
    allowedOrigins: [],
    addressOf: () => "127.0.0.1",
    fold: async (updates) => foldUpdates(updates),
    onFault: (error) => faults.push(error),
    beatMs,
  });
  server = createServer();
  server.on("upgrade", (request, socket, head) => sync.handleUpgrade(request, socket, head));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const [shared] = await database.query("SELECT id FROM section WHERE office_id IS NOT NULL LIMIT 1");
  section = shared.id;
  const account = { email: "redattore.lucca@upiao.example", password: "upiao-demo" };
  ({ token } = await new LoginDesk(database).login({ ...account, origin: "test", device: null }));
});

afterAll(async () => {
  server?.close();
  await sync?.stop();
  await bus?.close();
  await database?.destroy();
  await test?.drop();
});

async function enter(options = {}) {
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${section}`, {
    headers: { authorization: `Bearer ${token}` },
    ...options,
  });
  const present: string[] = [];
  let pings = 0;
  socket.on("ping", () => pings++);
  socket.on("message", (data: Buffer) => {
    if (data[0] === 1) present.push(data.toString("latin1"));
  });
  await once(socket, "open");
  return { socket, present, pings: () => pings };
}

function appear(socket: WebSocket, clientId: number, state: string): void {
  socket.send(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(
        encoder,
        encoding.encode((inner) => {
          for (const part of [1, clientId, 1]) encoding.writeVarUint(inner, part);
          encoding.writeVarString(inner, state);
        }),
      );
    }),
  );
}

describe("[T22] [SY32] a client whose network is gone", () => {
  it("[T16] [SY27] is cut by the second beat that it does not answer, and gone for all; who answers stays", async () => {
    const there = await enter();
    const silent = await enter({ autoPong: false });
    appear(silent.socket, 77, '{"mark":"here"}');
    await expect.poll(() => there.present.some((state) => state.includes("here"))).toBe(true);
    const [code] = await once(silent.socket, "close");
    expect(code).toBe(1006);
    expect(silent.pings()).toBe(1);
    await expect.poll(() => there.present.at(-1)!.includes("null")).toBe(true);
    const before = there.pings();
    await expect.poll(() => there.pings()).toBeGreaterThan(before + 3);
    expect(there.socket.readyState).toBe(WebSocket.OPEN);
    there.socket.terminate();
    expect(faults).toEqual([]);
  });
});
