import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { startServer, type TestServer, until } from "@upiao/test";
import { afterAll, beforeAll, expect, it } from "vitest";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.stop());

function makeRooms(...parts: string[]) {
  return promisify(execFile)(process.execPath, ["test/bench/run.mjs", "rooms", ...parts], {
    env: { ...process.env, DATABASE_URL: server.databaseUrl },
  });
}

it("rooms for a load of one's own are empty sections, with passes of somebody who may write in them", async () => {
  const { stdout } = await makeRooms("--sections", "3", "--url", server.url);
  const rooms: { sectionId: string; ticket: string }[] = JSON.parse(stdout);
  expect(new Set(rooms.map(({ sectionId }) => sectionId)).size).toBe(3);
  const { sectionId, ticket } = rooms[2]!;
  const [one, other] = [new Y.Doc(), new Y.Doc()].map((doc) => ({
    doc,
    provider: new WebsocketProvider(`${server.url.replace("http", "ws")}/sync`, sectionId, doc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: { ticket },
    }),
  }));
  await until(() => one!.provider.synced && other!.provider.synced);
  expect(one!.doc.store.clients.size).toBe(0);
  one!.doc.getText("t").insert(0, "arrivato");
  await until(() => other!.doc.getText("t").toString() === "arrivato");
  for (const { provider, doc } of [one!, other!]) {
    provider.destroy();
    doc.destroy();
  }
});

it.each([
  ["no number", ["--sections", "molte"]],
  ["no demonstration", ["--sections", "1", "--url", "http://127.0.0.1:1"]],
])("with %s it says so, and prints nothing", async (_what, parts) => {
  const failed = await makeRooms("--url", server.url, ...parts).catch((error) => error);
  expect(failed.code).toBe(1);
  expect(failed.stdout).toBe("");
  expect(failed.stderr).toMatch(/^✗ .+\.$/m);
});
