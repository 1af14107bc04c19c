import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Bus, openPostgresBus } from "@upiao/bus";
import { openDatabase } from "@upiao/db";
import { foldUpdates } from "@upiao/document";
import { LoginDesk } from "@upiao/identity";
import { BareClient, content, craftUpdate, createTestDatabase, type TestDatabase, until } from "@upiao/test";
import * as encoding from "lib0/encoding";
import type { DataSource } from "typeorm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { SyncServer } from "./sync-server.ts";

/** Longer than this process, which is server and clients in one, is ever held up. */
const beatMs = 500;

interface Node {
  readonly url: string;
  readonly connections: number;
  stop(): Promise<void>;
}

let test: TestDatabase;
let database: DataSource;
let bus: Bus;
let node: Node;
let section: string;
let tokens: { lucca: string; capannori: string };
const faults: unknown[] = [];

beforeAll(async () => {
  test = await createTestDatabase("demo");
  database = await openDatabase(test.url);
  bus = await openPostgresBus(test.url, () => {});
  node = await startNode(bus);
  const [shared] = await database.query("SELECT id FROM section WHERE office_id IS NOT NULL LIMIT 1");
  section = shared.id;
  tokens = { lucca: await login("redattore.lucca"), capannori: await login("redattore.capannori") };
});

afterAll(async () => {
  await node?.stop();
  await bus?.close();
  await database?.destroy();
  await test?.drop();
});

async function startNode(bus: Bus): Promise<Node> {
  const sync = new SyncServer({
    database,
    bus,
    schemaNumber: 1,
    allowedOrigins: [],
    addressOf: () => "127.0.0.1",
    fold: async (updates) => foldUpdates(updates),
    onFault: (error) => faults.push(error),
    beatMs,
  });
  const server = createServer();
  server.on("upgrade", (request, socket, head) => sync.handleUpgrade(request, socket, head));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return sync.load.connections;
    },
    async stop() {
      server.close();
      await sync.stop();
    },
  };
}

async function login(address: string): Promise<string> {
  const account = { email: `${address}@upiao.example`, password: "upiao-demo" };
  const { token } = await new LoginDesk(database).login({ ...account, origin: "test", device: null });
  return token;
}

async function enter(options = {}) {
  const socket = new WebSocket(`${node.url.replace("http", "ws")}/sync/${section}`, {
    headers: { authorization: `Bearer ${tokens.lucca}` },
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
    const closed = once(silent.socket, "close");
    appear(silent.socket, 77, '{"mark":"here"}');
    await expect.poll(() => there.present.some((state) => state.includes("here"))).toBe(true);
    const [code] = await closed;
    expect(code).toBe(1006);
    expect(silent.pings()).toBe(1);
    await expect.poll(() => there.present.some((state) => state.includes("null"))).toBe(true);
    const before = there.pings();
    await expect.poll(() => there.pings()).toBeGreaterThan(before + 2);
    expect(there.socket.readyState).toBe(WebSocket.OPEN);
    there.socket.terminate();
    expect(faults).toEqual([]);
  });
});

describe("[T22] [SY32] a client that reads slowly", () => {
  const mebibytes = 24;
  const letters = { parent: "beside", content: content.string("x".repeat(1024 * 1024)) };
  const clients = Array.from({ length: mebibytes }, (_, index) => 90_000 + index);
  /** Of whoever has all of them. */
  const everything = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, mebibytes);
    for (const client of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, 1024 * 1024);
    }
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("is waited for while the beat is behind what it has still to read, and not for ever", async () => {
    const [own] = await database.query(
      `INSERT INTO section (title, code, first_year, office_id)
       SELECT 'Lunga', 'LUNGA', first_year, office_id FROM section WHERE id = $1 RETURNING id`,
      [section],
    );
    vi.useFakeTimers({ toFake: ["setInterval"] });
    const beating = await startNode(bus);
    const nextBeat = () => vi.advanceTimersByTime(beatMs);
    const arrive = async () => {
      const headers = { authorization: `Bearer ${tokens.lucca}` };
      const client = new BareClient(beating.url, `/sync/${own.id}?ack=1`, headers);
      await client.isOpen;
      return client;
    };
    const [slow, still, writer] = [await arrive(), await arrive(), await arrive()];
    for (const { socket } of [slow, still]) socket.pause();
    for (const client of clients) writer.sendUpdate(craftUpdate([{ client, clock: 0, pieces: [letters] }]));
    await until(() => writer.bodiesOf(100).at(-1)?.[0] === mebibytes);
    writer.close();
    await until(() => beating.connections === 2);

    nextBeat();
    nextBeat();
    let beats = 0;
    slow.socket.on("ping", () => beats++);
    slow.socket.resume();
    for (let heard = 1; heard <= 4; heard++) {
      await until(() => beats === heard);
      // After its answer to the beat.
      await slow.ask(everything);
      nextBeat();
    }
    await until(() => beating.connections === 1);
    await slow.ask(everything);
    slow.close();
    await beating.stop();
    expect(faults).toEqual([]);
  });
});

describe("[T15] [SY17] a node that has missed what another has shown", () => {
  /** A bus on which nothing is heard of what the others write. */
  const deafTo = (heard: Bus): Bus =>
    Object.assign(Object.create(heard) as Bus, {
      openSection: ((sectionId, listener) =>
        heard.openSection(sectionId, {
          grown: () => {},
          heard: (awareness, from) => listener.heard(awareness, from),
          asked: () => listener.asked(),
        })) satisfies Bus["openSection"],
    });

  const at = async ({ url }: Node, token: string) => {
    const client = new BareClient(url, `/sync/${section}?ack=1`, { authorization: `Bearer ${token}` });
    await client.isOpen;
    await client.ask();
    return client;
  };

  /** A block of somebody's, after those that are there. */
  const blockOf = (updates: readonly Uint8Array[], clientId: number) => {
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    doc.clientID = clientId;
    const before = Y.encodeStateVector(doc);
    doc.getXmlFragment("default").push([new Y.XmlElement("block")]);
    return Y.encodeStateAsUpdate(doc, before);
  };
  const durable = (client: BareClient) => client.bodiesOf(100).at(-1)?.[0] ?? 0;

  it.each([
    ["whose id it knows", true],
    ["whose id it does not know", false],
  ])(
    "takes nobody for a thief who brings it words of somebody %s, and finds the thief",
    async (_who, isKnown) => {
      const ears = await openPostgresBus(test.url, () => {});
      const deaf = await startNode(deafTo(ears));
      const id = isKnown ? 51_001 : 52_001;
      const author = await at(node, tokens.lucca);
      if (isKnown) {
        author.sendUpdate(blockOf(author.updates, id));
        await until(() => durable(author) === 1);
      }
      const [mover, thief] = [await at(deaf, tokens.capannori), await at(deaf, tokens.capannori)];
      const before = durable(author);
      const words = blockOf(await author.ask(), id);
      author.sendUpdate(words);
      await until(() => durable(author) === before + 1);
      // As a client does that has come from the other node.
      mover.send(0, 1, words);
      await until(() => durable(mover) === 1);
      thief.sendUpdate(blockOf(await thief.ask(), id));
      expect(await thief.closed).toBe(4403);
      for (const client of [author, mover]) client.close();
      await deaf.stop();
      await ears.close();
    },
  );
});
