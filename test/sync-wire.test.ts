import { BareClient, Program, startServer, type TestServer, until } from "@upiao/test";
import * as decoding from "lib0/decoding";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { makeRooms } from "./bench/src/make-rooms.ts";

let server: TestServer;
let lucca: Program;
let database: pg.Client;
let section: string;
let ticket: string;
const clients: BareClient[] = [];

beforeAll(async () => {
  server = await startServer();
  lucca = await Program.login(server.url, "redattore.lucca");
  database = new pg.Client({ connectionString: server.databaseUrl });
  await database.connect();
});

beforeEach(async () => {
  const [room] = await makeRooms(server.url, 1, { DATABASE_URL: server.databaseUrl });
  section = room!.sectionId;
  ticket = room!.ticket;
});

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

afterAll(async () => {
  await database?.end();
  await server?.stop();
});

/** A writer in an empty section of this test's own. */
async function enter(asked = ""): Promise<BareClient> {
  const client = new BareClient(server.url, `/sync/${section}?ticket=${ticket}${asked}`);
  clients.push(client);
  await client.isOpen;
  return client;
}

function update(words: string, doc = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const block = new Y.XmlElement("block");
  block.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment("default").push([block]);
  return Y.encodeStateAsUpdate(doc, before);
}

const acknowledged = (client: BareClient) =>
  client.bodiesOf(100).map((body) => decoding.readVarUint(decoding.createDecoder(body)));

function accessSaid(client: BareClient): [string, string][] {
  return client.bodiesOf(101).map((body) => {
    const decoder = decoding.createDecoder(body);
    return [decoding.readVarString(decoder), decoding.readVarString(decoder)];
  });
}

const questions = (client: BareClient) =>
  client.received.filter((message) => message[0] === 0 && message[1] === 0).length;

/** Commits wait at the door of the log until this is over; whoever only reads passes. */
async function whileNothingCommits(work: () => Promise<void>): Promise<void> {
  await database.query("BEGIN");
  try {
    await database.query("LOCK TABLE section_update IN SHARE ROW EXCLUSIVE MODE");
    await work();
  } finally {
    await database.query("COMMIT");
  }
}

describe("what travels", () => {
  it("[SY1] is y-websocket's alone, unless the client asks for ours", async () => {
    const [stock, ours] = [await enter(), await enter("&ack=1")];
    for (const client of [stock, ours]) {
      client.sendUpdate(update("parola"));
      await client.ask();
    }
    await until(() => acknowledged(ours).at(-1) === 1);
    expect(accessSaid(ours)).toEqual([["EDIT", ""]]);
    expect(ours.received[0]![0]).toBe(101);
    expect(stock.received.length).toBeGreaterThan(1);
    expect(stock.received.filter((message) => message[0]! > 3)).toEqual([]);
  });

  it("[SY7] [SY11] is shown to others, and acknowledged, once the database has it and not before", async () => {
    const [writer, other] = [await enter("&ack=1"), await enter()];
    await whileNothingCommits(async () => {
      writer.sendUpdate(update("non ancora"));
      await writer.ask();
      expect(await other.ask()).toEqual([Uint8Array.of(0, 0)]);
      expect(await lucca.plainText(section)).toBe("");
      expect(other.updates).toEqual([Uint8Array.of(0, 0)]);
      expect(acknowledged(writer)).toEqual([]);
    });
    await until(() => other.updates.length > 1 && acknowledged(writer).length > 0);
    expect(acknowledged(writer)).toEqual([1]);
    expect(await lucca.plainText(section)).toBe("non ancora");
  });

  it("[SY8] comes to all in the order of the log, and an answer ends with step 2, when all of it is there", async () => {
    const [writer, other] = [await enter("&ack=1"), await enter()];
    const doc = new Y.Doc();
    for (let index = 0; index < 50; index++) writer.sendUpdate(update(`riga ${index}`, doc));
    await until(() => acknowledged(writer).at(-1) === 50);
    await other.ask();
    for (const client of [other, await enter()]) {
      if (client !== other) await client.ask();
      const read = new Y.Doc();
      for (const each of client.updates) {
        Y.applyUpdate(read, each);
        expect(read.store.pendingStructs).toBeNull();
      }
      expect(read.getXmlFragment("default").toString()).toBe(doc.getXmlFragment("default").toString());
    }
  });

  it("[SY10] is acknowledged and neither stored nor sent again when it says nothing new", async () => {
    const [writer, other] = [await enter("&ack=1"), await enter()];
    const said = update("una volta");
    for (let time = 0; time < 3; time++) writer.sendUpdate(said);
    await until(() => acknowledged(writer).at(-1) === 3);
    writer.sendUpdate(said);
    await until(() => acknowledged(writer).at(-1) === 4);
    await other.ask();
    const { rows } = await database.query(
      "SELECT count(*)::integer AS commits FROM section_update JOIN section USING (log) WHERE section.id = $1",
      [section],
    );
    expect(rows).toEqual([{ commits: 1 }]);
    expect(other.updates.filter((each) => Buffer.compare(each, said) === 0)).toHaveLength(2);
  });

  it("[SY13] is read no further from who sends more than may wait for a commit", async () => {
    const [hasty, other] = [await enter("&ack=1"), await enter("&ack=1")];
    const doc = new Y.Doc();
    let ponged = 0;
    hasty.socket.on("pong", () => ponged++);
    await whileNothingCommits(async () => {
      for (let index = 0; index < 8; index++) hasty.sendUpdate(update("x".repeat(4 * 1024 * 1024), doc));
      hasty.socket.ping();
      for (let trip = 0; trip < 300; trip++) await other.ask();
      expect(ponged).toBe(0);
      expect(acknowledged(hasty)).toEqual([]);
    });
    await until(() => acknowledged(hasty).at(-1) === 8 && ponged === 1);
    expect(await lucca.plainText(section)).toHaveLength(8 * 4 * 1024 * 1024 + 7);
  });
});

describe("a server that stops", () => {
  it("[SY6] stores and acknowledges what has come, tells everybody to come back with 1012, and only then ends", async () => {
    const writer = await enter("&ack=1");
    let stopped = Promise.resolve();
    await whileNothingCommits(async () => {
      writer.sendUpdate(update("all'ultimo momento"));
      await writer.ask();
      stopped = server.kill("SIGTERM");
    });
    expect(await writer.closed).toBe(1012);
    expect(acknowledged(writer)).toEqual([1]);
    await stopped;
    await server.restart();
    expect(await lucca.plainText(section)).toBe("all'ultimo momento");
  });
});

describe("a log that cannot be read", () => {
  it("[SY14] is a door closed with 1013, never an empty text", async () => {
    const writer = await enter("&ack=1");
    const doc = new Y.Doc();
    for (const [index, words] of ["uno", "due", "tre"].entries()) {
      writer.sendUpdate(update(words, doc));
      await until(() => acknowledged(writer).at(-1) === index + 1);
    }
    await server.restart();
    const hole = "log = (SELECT log FROM section WHERE id = $1) AND seq = 2";
    const { rows } = await database.query(`DELETE FROM section_update WHERE ${hole} RETURNING *`, [section]);
    const refused = new BareClient(server.url, `/sync/${section}?ticket=${ticket}`);
    expect(await refused.closed).toBe(1013);
    expect(refused.received).toEqual([]);
    const { log, seq, at, updates } = rows[0];
    await database.query("INSERT INTO section_update (log, seq, at, updates) VALUES ($1, $2, $3, $4)", [
      log,
      seq,
      at,
      updates,
    ]);
    const again = await enter();
    const read = new Y.Doc();
    for (const each of await again.ask()) Y.applyUpdate(read, each);
    expect(read.getXmlFragment("default").toString()).toBe(doc.getXmlFragment("default").toString());
  });
});

describe("what a client may do", () => {
  it("[SY22] with another number of the schema is to read, and it is told why", async () => {
    const old = await enter("&ack=1&schema=0");
    await old.ask();
    expect(accessSaid(old)).toEqual([["COMMENT", "OLD_CLIENT"]]);
    expect(questions(old)).toBe(0);
    old.sendUpdate(update("con lo schema di ieri"));
    expect(await old.closed).toBe(4403);
    expect(await lucca.plainText(section)).toBe("");
  });

  it("[SY23] is said when it changes, and who may write again is asked for what they have", async () => {
    const writer = await enter("&ack=1");
    const rtd = await Program.login(server.url, "rtd.lucca");
    const close = (closed: boolean) =>
      rtd.ask(
        "mutation ($id: ID!, $closed: Boolean!) { setSectionClosed(sectionId: $id, closed: $closed) { id } }",
        { id: section, closed },
      );
    await close(true);
    await until(() => accessSaid(writer).length === 2);
    expect(questions(writer)).toBe(1);
    await close(false);
    await until(() => accessSaid(writer).length === 3 && questions(writer) === 2);
    expect(accessSaid(writer)).toEqual([
      ["EDIT", ""],
      ["COMMENT", "CLOSED"],
      ["EDIT", ""],
    ]);
  });
});
