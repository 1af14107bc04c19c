import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Bus, openPostgresBus, openRedisBus } from "@upiao/bus";
import { openDatabase } from "@upiao/db";
import { foldUpdates, schemaNumber } from "@upiao/document";
import { SyncServer } from "@upiao/sync";
import {
  describeWithRedis,
  OpenSection,
  Program,
  startRedis,
  startServer,
  type TestRedis,
  type TestServer,
  until,
} from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

describe("two nodes with PostgreSQL between them, of whose news of sections 3 in 10 are lost", () =>
  testLoss());

await describeWithRedis("two nodes with Redis between them, of whose news of sections 3 in 10 are lost", () =>
  testLoss(startRedis),
);

/** A node in this process, whose bus loses what `isLost` says. */
async function openNode(databaseUrl: string, redisUrl: string | undefined, isLost: () => boolean) {
  const faults: unknown[] = [];
  const onError = (error: unknown) => void faults.push(error);
  const bus = redisUrl
    ? await openRedisBus(redisUrl, databaseUrl, onError)
    : await openPostgresBus(databaseUrl, onError);
  const lossy: Pick<Bus, "openSection"> = {
    openSection(sectionId, listener) {
      const channel = bus.openSection(sectionId, listener);
      return {
        grown: (growth) => isLost() || channel.grown(growth),
        say: (awareness) => isLost() || channel.say(awareness),
        close: () => channel.close(),
      };
    },
  };
  const database = await openDatabase(databaseUrl);
  const sync = new SyncServer({
    database,
    bus: Object.assign(Object.create(bus), lossy) as Bus,
    schemaNumber,
    allowedOrigins: [],
    addressOf: () => "127.0.0.1",
    fold: async (updates) => foldUpdates(updates),
    onFault: onError,
  });
  const server = createServer().on("upgrade", (request, socket, head) =>
    sync.handleUpgrade(request, socket, head),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync`,
    faults,
    async close() {
      await sync.stop();
      server.close();
      await bus.close();
      await database.destroy();
    },
  };
}
type Node = Awaited<ReturnType<typeof openNode>>;

function testLoss(start?: () => Promise<TestRedis>): void {
  let redis: TestRedis | undefined;
  let desk: TestServer;
  let nodes: Node[];
  let people: OpenSection[];
  let share = 0.3;
  let lost = 0;

  beforeAll(async () => {
    redis = await start?.();
    desk = await startServer();
    const isLost = () => {
      const isIt = Math.random() < share;
      if (isIt) lost++;
      return isIt;
    };
    nodes = await Promise.all([1, 2].map(() => openNode(desk.databaseUrl, redis?.url, isLost)));
    const programs = await Promise.all(
      ["redattore.lucca", "redattore.capannori", "redattore.barga", "rtd.lucca"].map((address) =>
        Program.login(desk.url, address),
      ),
    );
    const section = await programs[0]!.sharedSection();
    people = await Promise.all(
      programs.map(async (program, index) => {
        const doc = new Y.Doc();
        const provider = new WebsocketProvider(nodes[index % 2]!.url, section, doc, {
          WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
          disableBc: true,
          params: { ticket: await program.ticket(section) },
        });
        await until(() => provider.synced);
        return new OpenSection(doc, provider);
      }),
    );
  });

  afterAll(async () => {
    for (const person of people ?? []) person.close();
    for (const node of nodes ?? []) await node.close();
    await desk?.stop();
    await redis?.stop();
  });

  it("show one text in which every word stands once", async () => {
    const words = await Promise.all(
      people.map(async (person, who) => {
        const text = person.write("");
        const typed = Array.from({ length: 100 }, (_, index) => `p${who}w${index};`);
        for (const word of typed) {
          text.insert(text.length, word);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        return typed;
      }),
    );
    const isShown = (word: string) => people.every(({ text }) => text.split(word).length === 2);
    await until(() => people.every(({ text }) => text === people[0]!.text) && words.flat().every(isShown));
    expect(lost).toBeGreaterThan(20);
    expect(nodes.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it("show also the last word, of which no news ever tell", async () => {
    share = 1;
    people[0]!.write("e qui si tace");
    await until(() => people.every(({ text }) => text.includes("e qui si tace")));
  });
}
