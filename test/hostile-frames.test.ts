import {
  BareClient,
  frame,
  frameHeader,
  Program,
  RawLine,
  startServer,
  type TestServer,
  until,
  useOf,
  Witnesses,
} from "@upiao/test";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import * as Y from "yjs";

const mebibyte = 1024 * 1024;

let server: TestServer;
let hostile: Program;
let witnesses: Witnesses;
const opened: { close(): void }[] = [];

beforeAll(async () => {
  server = await startServer();
  witnesses = await Witnesses.open(server);
  hostile = await Program.login(server.url, "redattore.barga");
});

afterEach(async () => {
  for (const each of opened.splice(0)) each.close();
  await witnesses.goOn();
  expect(witnesses.text).not.toContain("ostile");
});

afterAll(async () => {
  witnesses?.leave();
  await server?.stop();
});

const pass = () => ({ authorization: `Bearer ${hostile.token}` });

async function attack(): Promise<BareClient> {
  const client = new BareClient(server.url, `/sync/${witnesses.section}`, pass());
  opened.push(client);
  await client.isOpen;
  return client;
}

async function attackBelow(): Promise<RawLine> {
  const line = new RawLine(server.url);
  opened.push({ close: () => line.cut() });
  expect(await line.upgrade(`/sync/${witnesses.section}`, pass())).toBe(101);
  return line;
}

const masked = (opcode: number, body: Buffer, options = {}) =>
  Buffer.concat([frameHeader(body.length, { opcode, ...options }), body]);
const varUint = (...bytes: number[]) => Uint8Array.from(bytes);

describe("[T17] [SY3] what is no message of the protocol", () => {
  it.each([
    ["a truncated number", varUint(0, 2, 255)],
    ["a number that never ends", varUint(...Array(40).fill(255))],
    ["a length beyond what is there", varUint(0, 2, 100, 1, 2)],
    ["an unknown kind", varUint(77)],
    ["one of our own kinds", varUint(100, 1)],
    ["an unknown step", varUint(0, 9, 0)],
    ["a step without anything", varUint(0, 2)],
    ["an empty frame", new Uint8Array()],
    ["bytes that are no update", frame(0, 2, varUint(9, 200, 200, 1))],
    ["an update that ends too soon", frame(0, 2, Y.encodeStateAsUpdate(textOf("ostile")).subarray(0, -9))],
    ["an update of Yjs' second encoding", frame(0, 2, Y.encodeStateAsUpdateV2(textOf("ostile")))],
    ["bytes that are no state vector", frame(0, 0, varUint(3, 1))],
    ["awareness that ends too soon", frame(1, varUint(5, 1))],
  ])("%s closes its connection with 4400, and others go on", async (_what, message) => {
    const client = await attack();
    client.socket.send(message);
    expect(await client.closed).toBe(4400);
  });

  it("a text frame closes its connection with 4400", async () => {
    const client = await attack();
    client.socket.send("ciao");
    expect(await client.closed).toBe(4400);
  });

  it.each([
    ["compressed, without having agreed on it", masked(2, Buffer.from("x"), { isCompressed: true }), 4400],
    ["of an opcode that does not exist", masked(3, Buffer.from("x")), 4400],
    ["not masked", Buffer.from([0x82, 1, 3]), 4400],
    ["a control frame in pieces", masked(9, Buffer.from("x"), { isLast: false }), 4400],
    ["text that is no UTF-8", masked(1, Buffer.from([0xff, 0xfe])), 4400],
    ["the end of something that never began", masked(0, Buffer.from("x")), 4400],
    ["in more pieces than anybody needs", inPieces(20_000), 4429],
  ])("a frame %s closes its connection", async (_what, bytes, code) => {
    const line = await attackBelow();
    line.socket.write(bytes);
    expect(await line.closeCode()).toBe(code);
  });

  it("thousands of frames of random bytes close their connections or do nothing", async () => {
    const kinds = fc.constantFrom([], [0], [0, 0], [0, 1], [0, 2], [0, 2, 12], [1], [1, 20, 1], [3]);
    const bytes = fc
      .tuple(kinds, fc.uint8Array({ maxLength: 60 }))
      .map(([kind, rest]) => Uint8Array.from([...kind, ...rest]));
    const codes = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { minLength: 20, maxLength: 40 }), async (frames) => {
        // Each in a connection that the one before has not closed.
        for (let next = 0; next < frames.length; ) {
          const client = await attack();
          while (next < frames.length && client.socket.readyState === WebSocket.OPEN) {
            client.socket.send(frames[next++]!);
            if (next % 5 === 0) await new Promise(setImmediate);
          }
          const asked = client.ask().then(
            () => 0,
            () => client.closed,
          );
          codes.add(await asked);
          client.close();
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect([...codes].filter((code) => ![0, 4400, 4413].includes(code))).toEqual([]);
  });

  it("honest updates with a byte changed here and there do nothing to what others wrote", async () => {
    const whole = Y.encodeStateAsUpdate(textOf("quasi"));
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 10 }),
        async (all) => {
          for (const changes of all) {
            const client = await attack();
            const bytes = Uint8Array.from(whole);
            for (const [at, byte] of changes) bytes[at] = byte;
            client.sendUpdate(bytes);
            await client.ask().catch(() => client.closed);
            client.close();
          }
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

describe("[T18] [SY29] a frame over the limit", () => {
  it("of 100 MB is refused by what its header announces, before anything of it is there", async () => {
    const line = await attackBelow();
    line.socket.write(frameHeader(100 * mebibyte));
    expect(await line.closeCode()).toBe(4413);
  });

  it("that is really sent is not taken into memory", async () => {
    const before = await useOf(server.pid);
    const lines = await Promise.all(Array.from({ length: 10 }, () => attackBelow()));
    const codes = lines.map((line) => line.closeCode());
    const piece = Buffer.alloc(mebibyte);
    for (const line of lines) line.socket.write(frameHeader(100 * mebibyte));
    for (let sent = 0; sent < 60; sent++) {
      for (const { socket } of lines) if (socket.writableLength < 4 * mebibyte) socket.write(piece);
      await new Promise(setImmediate);
    }
    expect(await Promise.all(codes)).toEqual(lines.map(() => 4413));
    const { residentMiB } = await useOf(server.pid);
    expect(residentMiB - before.residentMiB).toBeLessThan(200);
  });

  it("in pieces is refused when they have come to it", async () => {
    const line = await attackBelow();
    const piece = Buffer.alloc(3 * mebibyte);
    line.socket.write(masked(2, piece, { isLast: false }));
    for (let sent = 0; sent < 2; sent++) line.socket.write(masked(0, piece, { isLast: false }));
    expect(await line.closeCode()).toBe(4413);
  });

  it("cannot be had by compression either: nobody agrees to it", async () => {
    const offering = new WebSocket(`${server.url.replace("http", "ws")}/sync/${witnesses.section}`, {
      headers: pass(),
      perMessageDeflate: true,
    });
    opened.push({ close: () => offering.terminate() });
    await new Promise((resolve) => offering.on("open", resolve));
    expect(offering.extensions).toBe("");
  });

  it("of the state vector or of a cursor has a limit of its own", async () => {
    const asking = await attack();
    asking.send(0, 0, new Uint8Array(300 * 1024));
    expect(await asking.closed).toBe(4413);
  });
});

describe("[T23] [SY30] a flood", () => {
  it("of messages is cut with 4429, and honest fast typing is not", async () => {
    const honest = await (await Program.login(server.url, "redattore.capannori")).open(witnesses.section);
    opened.push(honest);
    const text = honest.write("veloce: ");
    for (let index = 0; index < 300; index++) text.insert(text.length, "v");
    const client = await attack();
    for (let index = 0; index < 20_000; index++) client.socket.send(Uint8Array.of(3));
    expect(await client.closed).toBe(4429);
    expect(honest.closeCodes).toEqual([]);
  });

  it("of pings is cut, also from who reads no answer", async () => {
    const client = await attack();
    for (let index = 0; index < 5_000; index++) client.socket.ping(Buffer.alloc(125));
    expect(await client.closed).toBe(4429);
  });

  it("of small questions that have large answers is cut, and who opens the same text once is not", async () => {
    const honest = await (await Program.login(server.url, "redattore.capannori")).open(witnesses.section);
    opened.push(honest);
    const large = honest.doc.getText("beside");
    large.insert(0, "x".repeat(mebibyte));
    const client = await attack();
    await until(async () => (await client.ask()).some((update) => update.length > mebibyte));
    const answers = async () => {
      for (let asked = 0; asked < 100; asked++) await client.ask();
    };
    await expect(answers()).rejects.toThrow("closed");
    expect(await client.closed).toBe(4429);
    const newcomer = await (await Program.login(server.url, "redattore.barga")).open(witnesses.section);
    opened.push(newcomer);
    expect(newcomer.doc.getText("beside").length).toBe(mebibyte);
    large.delete(0, large.length);
  });
});

function textOf(words: string): Y.Doc {
  const doc = new Y.Doc();
  const block = new Y.XmlElement("block");
  block.push([new Y.XmlText(words)]);
  doc.getXmlFragment("default").push([block]);
  return doc;
}

function inPieces(count: number): Buffer {
  const piece = masked(0, Buffer.from("x"), { isLast: false });
  return Buffer.concat([masked(2, Buffer.from("x"), { isLast: false }), ...Array(count).fill(piece)]);
}
