import { afterEach, describe, expect, it } from "vitest";
import { WebSocket as NodeSocket } from "ws";
import * as Y from "yjs";
import type { SaveState } from "./save-state.ts";
import { type ConnectionOptions, SectionConnection } from "./section-connection.ts";
import { SyncServer } from "./testing/sync-server.ts";

const Socket = NodeSocket as unknown as typeof WebSocket;
const atOnce = { retryMs: () => 5, tickMs: 5 };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(port?: number): Promise<SyncServer> {
  const server = await SyncServer.start(port);
  closing.push(() => server.stop());
  return server;
}

function join(server: { url: string }, options: Partial<ConnectionOptions> = {}) {
  const doc = new Y.Doc();
  const connection = new SectionConnection({
    serverUrl: server.url,
    sectionId: "sezione",
    doc,
    schemaNumber: 1,
    Socket,
    ...options,
    limits: { ...atOnce, ...options.limits },
  });
  const seen: SaveState[] = [];
  connection.on("change", () => {
    if (seen.at(-1) !== connection.saveState) seen.push(connection.saveState);
  });
  closing.push(() => connection.destroy());
  connection.connect();
  return { doc, connection, seen, text: doc.getText("t"), kinds: () => seen.map(({ kind }) => kind) };
}

type Writer = ReturnType<typeof join>;

function until(writer: Writer, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo()) return resolve();
    const stop = writer.connection.on("change", () => {
      if (!isSo()) return;
      stop();
      resolve();
    });
  });
}

const untilKind = (writer: Writer, kind: SaveState["kind"]) =>
  until(writer, () => writer.connection.saveState.kind === kind);

const untilTrue = (isSo: () => boolean) => expect.poll(isSo, { interval: 5 }).toBe(true);

describe("what is called saved", () => {
  it("is what the server has acknowledged, and nothing before", async () => {
    const server = await serve();
    server.isAcknowledging = false;
    const writer = join(server);
    await untilKind(writer, "saving");
    await untilTrue(() => server.guests[0]?.received === 1);
    server.acknowledge();
    await untilKind(writer, "saved");
    expect(writer.connection.hasUnsaved).toBe(false);

    writer.text.insert(0, "parola");
    expect(writer.connection.saveState.kind).toBe("saving");
    expect(writer.connection.hasUnsaved).toBe(true);
    await untilTrue(() => server.doc.getText("t").toString() === "parola");
    expect(writer.connection.saveState.kind).toBe("saving");
    server.acknowledge();
    await untilKind(writer, "saved");
    expect(writer.connection.durableClocks.get(writer.doc.clientID)).toBe(6);
  });

  it("is not what a server that never asked for our text can have", async () => {
    const server = await serve();
    server.isMute = true;
    const writer = join(server);
    await untilTrue(() => server.guests.length === 1);
    server.isMute = false;
    server.doc.getText("t").insert(0, "di altri");
    server.acknowledge();
    await untilTrue(() => writer.text.toString() === "di altri");
    expect(writer.kinds()).not.toContain("saved");
  });

  it("counts each connection by itself", async () => {
    const server = await serve();
    const writer = join(server);
    await untilKind(writer, "saved");
    writer.text.insert(0, "uno");
    await untilTrue(() => server.guests[0]?.received === 2);
    await untilKind(writer, "saved");
    server.isAcknowledging = false;
    server.closeAll(1012);
    await untilTrue(() => server.connections === 2);
    await untilKind(writer, "saving");
    await untilTrue(() => server.guests[0]?.received === 1);
    expect(writer.connection.saveState.kind).toBe("saving");
    server.acknowledge();
    await untilKind(writer, "saved");
  });

  it("waits where the server says that its database is away, without giving up the socket", async () => {
    const server = await serve();
    const writer = join(server, { limits: { stalledMs: 100, tickMs: 20 } });
    await untilKind(writer, "saved");
    server.isAcknowledging = false;
    server.tellStorage(true);
    writer.text.insert(0, "intanto");
    await untilKind(writer, "waiting");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(server.connections).toBe(1);
    server.tellStorage(false);
    await untilKind(writer, "saving");
    server.acknowledge();
    await untilKind(writer, "saved");
  });

  it("is not what was written into a socket that is closing", async () => {
    const sockets: WebSocket[] = [];
    class Remembered extends Socket {
      constructor(address: string | URL) {
        super(address);
        sockets.push(this);
      }
    }
    const server = await serve();
    const writer = join(server, { Socket: Remembered });
    await untilKind(writer, "saved");
    sockets[0]?.close();
    writer.text.insert(0, "tardi");
    expect(writer.connection.saveState.kind).toBe("offline");
    expect(writer.connection.hasUnsaved).toBe(true);
    await untilKind(writer, "saved");
    expect(server.doc.getText("t").toString()).toBe("tardi");
  });

  it("sends nothing before the server has asked, and then everything at once", async () => {
    const server = await serve();
    const writer = join(server);
    writer.text.insert(0, "prima di essere collegata");
    await untilKind(writer, "saved");
    expect(server.steps.filter((step) => step !== 0)).toEqual([1]);
    expect(server.doc.getText("t").toString()).toBe("prima di essere collegata");
  });
});

describe("without the server", () => {
  it("what is written stays, is called offline, and is sent on return", async () => {
    const server = await serve();
    const writer = join(server);
    await untilKind(writer, "saved");
    await server.stop();
    await untilKind(writer, "offline");
    writer.text.insert(0, "scritto offline");
    expect(writer.connection.saveState.kind).toBe("offline");
    expect(writer.connection.hasUnsaved).toBe(true);

    const restarted = await serve(server.port);
    await untilKind(writer, "saved");
    expect(restarted.doc.getText("t").toString()).toBe("scritto offline");
    expect(writer.connection.hasUnsaved).toBe(false);
  });

  it("a page that never reached it says so", async () => {
    const writer = join({ url: "ws://127.0.0.1:9/sync" });
    expect(writer.connection.saveState.kind).toBe("connecting");
    await untilKind(writer, "offline");
  });
});

describe("a socket that only looks alive", () => {
  it("is replaced when nobody acknowledges what was written", async () => {
    const server = await serve();
    const writer = join(server, { limits: { stalledMs: 40 } });
    await untilKind(writer, "saved");
    server.isMute = true;
    writer.text.insert(0, "nel vuoto");
    await untilKind(writer, "offline");
    server.isMute = false;
    await untilKind(writer, "saved");
    expect(server.doc.getText("t").toString()).toBe("nel vuoto");
  });

  it("is asked for a sign of life when it is quiet, and replaced when none comes", async () => {
    const server = await serve();
    const writer = join(server, { limits: { quietMs: 20, wakeMs: 10, silentMs: 80 } });
    await untilKind(writer, "saved");
    await untilTrue(() => server.steps.filter((step) => step === 0).length >= 3);
    expect(server.connections).toBe(1);
    server.isMute = true;
    await untilTrue(() => server.connections === 2);
  });

  it("is found at once by a tab that wakes up", async () => {
    const server = await serve();
    const writer = join(server, { limits: { wakeMs: 20, tickMs: 5 } });
    await untilKind(writer, "saved");
    server.isMute = true;
    writer.connection.wake();
    await untilTrue(() => server.connections === 2);
  });

  it("is kept when it answers", async () => {
    const server = await serve();
    const writer = join(server, { limits: { wakeMs: 200, tickMs: 5 } });
    await untilKind(writer, "saved");
    writer.connection.wake();
    await untilTrue(() => server.steps.filter((step) => step === 0).length === 2);
    server.doc.getText("t").insert(0, "ancora qui");
    await untilTrue(() => writer.text.toString() === "ancora qui");
    expect(server.connections).toBe(1);
  });

  it("is not waited for when the network comes back", async () => {
    const server = await serve();
    const writer = join(server, { limits: { retryMs: () => 1_000_000 } });
    await untilKind(writer, "saved");
    await server.stop();
    await untilKind(writer, "offline");
    await serve(server.port);
    writer.connection.wake();
    await untilKind(writer, "saved");
  });
});

describe("a refusal", () => {
  it.each([
    [4400, "malformed"],
    [4401, "notAuthenticated"],
    [4403, "notAllowed"],
    [4404, "noSuchSection"],
    [4413, "tooLarge"],
  ])("[SY5] %i is said and not tried again", async (code, why) => {
    const server = await serve();
    const writer = join(server);
    await untilKind(writer, "saved");
    server.closeAll(code);
    await untilKind(writer, "refused");
    expect(writer.connection.saveState).toEqual({ kind: "refused", why });
    writer.connection.wake();
    writer.connection.connect();
    const other = join(server);
    await untilKind(other, "saved");
    expect(server.connections).toBe(2);
  });

  it.each([1012, 1013, 4408, 4429])("[SY5] %i is not one: the client comes back", async (code) => {
    const server = await serve();
    const writer = join(server);
    await untilKind(writer, "saved");
    server.closeAll(code);
    await untilTrue(() => server.connections === 2);
    await untilKind(writer, "saved");
  });
});

describe("a reader", () => {
  it("is told why, receives everything and is never called saved", async () => {
    const server = await serve();
    server.access = "COMMENT";
    server.reason = "ONLY_COMMENT";
    const reader = join(server);
    await untilKind(reader, "readOnly");
    expect(reader.connection.saveState).toEqual({ kind: "readOnly", reason: "ONLY_COMMENT" });
    server.doc.getText("t").insert(0, "in diretta");
    await untilTrue(() => reader.text.toString() === "in diretta");
    expect(reader.kinds()).not.toContain("saved");
  });

  it("[T14] sends nothing, also when Yjs tidies up after the changes of others", async () => {
    const server = await serve();
    server.access = "READ";
    const reader = join(server);
    await untilKind(reader, "readOnly");
    reader.text.insert(0, "non deve partire");
    server.doc.getText("t").insert(0, "di altri");
    await untilTrue(() => reader.text.toString().includes("di altri"));
    expect(server.steps.filter((step) => step !== 0)).toEqual([]);
    expect(server.connections).toBe(1);
    expect(reader.connection.hasUnsaved).toBe(false);
  });

  it("who becomes a writer is asked for what they have", async () => {
    const server = await serve();
    server.access = "COMMENT";
    const reader = join(server);
    await untilKind(reader, "readOnly");
    server.access = "EDIT";
    server.tellAccess("EDIT");
    await untilKind(reader, "saved");
    reader.text.insert(0, "ora si può");
    await untilTrue(() => server.doc.getText("t").toString() === "ora si può");
  });

  it("who loses the right while writing may read on", async () => {
    const server = await serve();
    const writer = join(server);
    await untilKind(writer, "saved");
    server.isAcknowledging = false;
    writer.text.insert(0, "ultima parola");
    await untilTrue(() => server.guests[0]?.received === 2);
    server.access = "COMMENT";
    server.reason = "CLOSED";
    server.tellAccess("COMMENT", "CLOSED");
    server.closeAll(4403);
    await untilTrue(() => server.connections === 2);
    await untilKind(writer, "readOnly");
    expect(writer.connection.saveState).toEqual({ kind: "readOnly", reason: "CLOSED" });
    expect(writer.connection.hasUnsaved).toBe(true);
  });
});

it("the server learns the number of the schema and that acknowledgements are wanted", async () => {
  const server = await serve();
  const writer = join(server, { schemaNumber: 3 });
  await untilKind(writer, "saved");
  const { pathname, searchParams } = server.guests[0]!.url;
  expect(pathname).toBe("/sync/sezione");
  expect(Object.fromEntries(searchParams)).toEqual({ schema: "3", ack: "1" });
});

it("who returns is seen again by the others", async () => {
  const server = await serve();
  const writer = join(server);
  writer.connection.awareness.setLocalStateField("cursor", "qui");
  await untilKind(writer, "saved");
  const before = writer.connection.awareness.meta.get(writer.doc.clientID)!.clock;
  server.closeAll(1012);
  await untilTrue(() => server.connections === 2);
  await untilKind(writer, "saved");
  expect(writer.connection.awareness.meta.get(writer.doc.clientID)!.clock).toBeGreaterThan(before);
});

it("a page tells of itself, and does not say again what it hears of others", async () => {
  const server = await serve();
  const writer = join(server);
  await untilKind(writer, "saved");
  const { awareness } = writer.connection;
  server.tellPresent(99);
  await untilTrue(() => awareness.getStates().has(99));
  const before = server.told.length;
  awareness.setLocalStateField("cursor", "qui");
  await untilTrue(() => server.told.length > before);
  expect(new Set(server.told)).toEqual(new Set([writer.doc.clientID]));
});
