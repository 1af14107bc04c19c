import {
  BareClient,
  content,
  craftUpdate,
  metricOf,
  RawLine,
  startServer,
  type TestServer,
  until,
  useOf,
  Witnesses,
} from "@upiao/test";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type BenchRoom, makeRooms } from "./bench/src/make-rooms.ts";

const mebibyte = 1024 * 1024;

let server: TestServer;
let witnesses: Witnesses;
const opened: { close(): void }[] = [];

beforeAll(async () => {
  // Else it grows for as long as there is memory, and what it holds could not be told from what it has let go.
  server = await startServer({ env: { NODE_OPTIONS: "--max-old-space-size=224" } });
  witnesses = await Witnesses.open(server);
});

beforeEach(({ onTestFailed }) => {
  // Why it has died, if it has.
  onTestFailed(() => void process.stderr.write(server.log().slice(-5_000)));
});

afterEach(async () => {
  for (const each of opened.splice(0)) each.close();
  await witnesses.goOn();
});

afterAll(async () => {
  witnesses?.leave();
  await server?.stop();
});

const rooms = (count: number) => makeRooms(server.url, count, { DATABASE_URL: server.databaseUrl });
const connections = () => metricOf(server, "upiao_sync_connections");
const sections = () => metricOf(server, "upiao_sync_sections");
const descriptors = async () => (await useOf(server.pid)).descriptors;

async function enter({ sectionId, ticket }: BenchRoom, asked = ""): Promise<BareClient> {
  const client = new BareClient(server.url, `/sync/${sectionId}?ticket=${ticket}${asked}`);
  opened.push(client);
  await client.isOpen;
  return client;
}

function line(options = {}): RawLine {
  const line = new RawLine(server.url, options);
  opened.push({ close: () => line.cut() });
  return line;
}

describe("[T22] ten thousand sections", { timeout: 300_000 }, () => {
  /** Each has some 32 KiB of text, so that they would be missed if they were not let go. */
  async function roomsWithText(): Promise<BenchRoom[]> {
    const all = await rooms(10_000);
    const letters = { parent: "beside", content: content.string("x".repeat(32 * 1024)) };
    const update = craftUpdate([{ client: 1, clock: 0, pieces: [letters] }]);
    const row = encoding.encode((encoder) => {
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint8Array(encoder, update);
    });
    const database = new pg.Client({ connectionString: server.databaseUrl });
    await database.connect();
    await database.query(
      `INSERT INTO section_update (log, seq, at, updates)
       SELECT log, 1, now(), $2 FROM section WHERE id = ANY ($1::uuid[])`,
      [all.map(({ sectionId }) => sectionId), Buffer.from(row)],
    );
    await database.end();
    return all;
  }

  it("[SY34] opened and left take no memory and no descriptor once they have rested", async () => {
    const all = await roomsWithText();
    const before = await useOf(server.pid);
    for (let index = 0; index < all.length; index += 200) {
      const visitors = await Promise.all(all.slice(index, index + 200).map((room) => enter(room)));
      await Promise.all(visitors.map((visitor) => until(() => visitor.received.length > 0)));
      for (const visitor of visitors) visitor.close();
      opened.length = 0;
    }
    await until(async () => (await sections()) === 1 && (await connections()) === 2);
    const after = await useOf(server.pid);
    expect(after.descriptors).toBeLessThan(before.descriptors + 20);
    // What is garbage is given back late; 320 MiB of text beside it would show.
    expect(after.residentMiB - before.residentMiB).toBeLessThan(400);
  });
});

describe("[T22] [SY32] lines on which nothing comes", () => {
  it("are let go: without a request, with half a handshake, refused and not hung up, closed and not answered", async () => {
    const before = await descriptors();
    const many = <T>(make: () => T) => Array.from({ length: 50 }, make);
    const silent = many(() => line({ allowHalfOpen: true }));
    const begun = many(() => {
      const half = line({ allowHalfOpen: true });
      half.socket.write(`GET /sync/${witnesses.section} HTTP/1.1\r\nHost: localhost\r\nUpgrade: webs`);
      return half;
    });
    const refused = many(() => line({ allowHalfOpen: true }));
    const foreign = { Origin: "https://example.org" };
    const statuses = await Promise.all(
      refused.map((each) => each.upgrade(`/sync/${witnesses.section}`, foreign)),
    );
    expect(new Set(statuses)).toEqual(new Set([403]));
    const elsewhere = many(() => line({ allowHalfOpen: true }));
    await Promise.all(elsewhere.map((each) => each.upgrade("/altrove")));
    const unanswered = many(() => line({ allowHalfOpen: true }));
    await Promise.all(unanswered.map((each) => each.upgrade(`/sync/${witnesses.section}`)));
    expect(await Promise.all(unanswered.map((each) => each.closeCode()))).toEqual(many(() => 4401));
    for (const each of [...silent, ...begun, ...refused, ...elsewhere, ...unanswered]) each.socket.resume();
    await until(async () => (await descriptors()) <= before + 5);
  });
});

describe("[T22] [T23] thousands of connects a second", () => {
  it("[SY30] are turned away beyond the allowance of their address, hold nothing, and who is there notices nothing", async () => {
    const before = await useOf(server.pid);
    const statuses = new Map<number, number>();
    let going = true;
    const flood = async () => {
      while (going) {
        const each = new RawLine(server.url);
        const status = await each.upgrade(`/sync/${witnesses.section}`).catch(() => 0);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        each.cut();
      }
    };
    const floods = Array.from({ length: 100 }, flood);
    await until(() => (statuses.get(429) ?? 0) > 2_000);
    await witnesses.goOn();
    going = false;
    await Promise.all(floods);
    expect(statuses.get(101)).toBeGreaterThan(9_000);
    await until(async () => (await descriptors()) < before.descriptors + 20);
    const { residentMiB } = await useOf(server.pid);
    expect(residentMiB - before.residentMiB).toBeLessThan(250);
  });
});

describe("[T22] [SY31] a reader who hardly reads", () => {
  const acknowledged = (client: BareClient) =>
    client.bodiesOf(100).map((body) => decoding.readVarUint(decoding.createDecoder(body)));
  let client = 700_000;
  /** In megabytes: beyond the bound of 32 and what sockets take. While it is folded its letters are on the heap twice. */
  const much = 45;

  /** So many megabytes, by so many writers: one alone would be limited. */
  async function fill(room: BenchRoom, megabytes: number): Promise<void> {
    for (let written = 0; written < megabytes; ) {
      const writer = await enter(room, "&ack=1");
      const part = Math.min(20, megabytes - written);
      for (let index = 0; index < part; index++) {
        const letters = { parent: "beside", content: content.string("x".repeat(mebibyte)) };
        writer.sendUpdate(craftUpdate([{ client: client++, clock: 0, pieces: [letters] }]));
      }
      await until(() => acknowledged(writer).at(-1) === part);
      written += part;
      writer.close();
    }
  }

  it("is closed with 4408 beyond the bound, which is what of them the server keeps; others read everything", async () => {
    const [room] = await rooms(1);
    const slow = await enter(room!);
    const quick = await enter(room!);
    slow.socket.pause();
    const before = await useOf(server.pid);
    await fill(room!, much);
    await until(() => quick.updates.length >= much);
    const { residentMiB } = await useOf(server.pid);
    // The text, which is being folded: so it is there as it came, on its way to the thread, and there.
    expect(residentMiB - before.residentMiB).toBeLessThan(400);
    slow.socket.resume();
    expect(await slow.closed).toBe(4408);
    expect(slow.updates.length).toBeLessThan(much);
  });

  it("is cut when they read so little that they never get to the reason", async () => {
    const [room] = await rooms(1);
    const crawling = line();
    expect(await crawling.upgrade(`/sync/${room!.sectionId}?ticket=${room!.ticket}`)).toBe(101);
    crawling.socket.removeAllListeners("data");
    crawling.socket.pause();
    const oneByte = setInterval(() => crawling.socket.read(1), 1_000);
    await until(async () => (await connections()) === 3);
    await fill(room!, much);
    await until(async () => (await connections()) === 2);
    clearInterval(oneByte);
  });

  it("gets no cursors of the time when they lagged behind, and those of later", async () => {
    const [room] = await rooms(1);
    const [slow, mover] = [await enter(room!), await enter(room!)];
    const move = (clock: number) =>
      mover.send(
        1,
        encoding.encode((encoder) => {
          for (const part of [1, 42, clock]) encoding.writeVarUint(encoder, part);
          encoding.writeVarString(encoder, JSON.stringify({ clock }));
        }),
      );
    const heard = () => slow.bodiesOf(1).map((body) => Buffer.from(body).toString());
    move(1);
    await until(() => heard().some((state) => state.includes('"clock":1')));
    slow.socket.pause();
    await fill(room!, 25);
    const other = await enter(room!);
    for (let clock = 2; clock < 10; clock++) {
      move(clock);
      await until(() =>
        other.bodiesOf(1).some((body) => Buffer.from(body).toString().includes(`"clock":${clock}`)),
      );
    }
    slow.socket.resume();
    await until(() => slow.updates.length >= 25);
    move(10);
    await until(() => heard().some((state) => state.includes('"clock":10')));
    expect(heard().filter((state) => /"clock":[2-9]\b/.test(state))).toEqual([]);
    expect(slow.socket.readyState).toBe(slow.socket.OPEN);
  });
});
