import {
  BareClient,
  content,
  craftUpdate,
  gap,
  gc,
  Program,
  startServer,
  type TestServer,
  until,
  useOf,
  Witnesses,
} from "@upiao/test";
import * as decoding from "lib0/decoding";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";

let server: TestServer;
let people: { lucca: Program; capannori: Program; barga: Program };
let witnesses: Witnesses;
let before: string;
const opened: { close(): void }[] = [];

beforeAll(async () => {
  server = await startServer();
  const [lucca, capannori, barga] = await Promise.all(
    ["lucca", "capannori", "barga"].map((body) => Program.login(server.url, `redattore.${body}`)),
  );
  people = { lucca: lucca!, capannori: capannori!, barga: barga! };
  witnesses = await Witnesses.open(server);
});

beforeEach(async () => {
  before = await witnesses.plainText();
});

/** Nobody is harmed by what a test has done, and it has left no letter: what was there is, as the beginning of the text. */
afterEach(async () => {
  for (const each of opened.splice(0)) each.close();
  await witnesses.goOn();
  const after = await witnesses.plainText();
  expect(after.slice(0, before.length)).toBe(before);
});

afterAll(async () => {
  witnesses?.leave();
  await server?.stop();
});

async function enter(program: Program, asked = ""): Promise<BareClient> {
  const client = new BareClient(server.url, `/sync/${witnesses.section}${asked}`, {
    authorization: `Bearer ${program.token}`,
  });
  opened.push(client);
  await client.isOpen;
  return client;
}

const attack = (asked = "") => enter(people.barga, asked);

async function open(program: Program, doc = new Y.Doc()) {
  const open = await program.open(witnesses.section, doc);
  opened.push(open);
  return open;
}

/** A document with what the section has. */
async function copy(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  for (const update of await (await enter(people.barga)).ask()) Y.applyUpdate(doc, update);
  return doc;
}

/** The update that leaves a program for a change in its copy. */
async function change(work: (text: Y.XmlFragment, doc: Y.Doc) => void): Promise<Uint8Array> {
  const doc = await copy();
  const vector = Y.encodeStateVector(doc);
  doc.transact(() => work(doc.getXmlFragment("default"), doc));
  return Y.encodeStateAsUpdate(doc, vector);
}

/** Neither to who is there nor to who asks afterwards. */
async function shownToNobody(work: () => Promise<void>): Promise<void> {
  const other = await enter(people.capannori);
  const first = await other.ask();
  const count = other.updates.length;
  await work();
  expect(await other.ask()).toEqual(first);
  expect(other.updates.length).toBe(count + first.length);
}

const questions = (client: BareClient) =>
  client.received.filter((message) => message[0] === 0 && message[1] === 0).length;
const acknowledged = (client: BareClient) =>
  client.bodiesOf(100).map((body) => decoding.readVarUint(decoding.createDecoder(body)));

/** A client id that nobody has used. */
let unused = 900_000;
const newClient = () => ++unused;
const block = { content: content.element("block") };
const any = (value: unknown) => value as never;
const lastBlock = (text: Y.XmlFragment) => text.get(text.length - 1) as Y.XmlElement;

describe("[T15] [SY17] text under another person's client id", () => {
  it("is refused with 4403, and its owner goes on writing", async () => {
    const owner = await open(people.lucca);
    const text = owner.write("mio ");
    const doc = await copy();
    await until(async () => (await witnesses.plainText()).includes("mio "));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(owner.doc));
    const vector = Y.encodeStateVector(doc);
    doc.clientID = owner.doc.clientID;
    lastBlock(doc.getXmlFragment("default")).setAttribute("falso", "sì");
    const thief = await enter(people.capannori);
    thief.sendUpdate(Y.encodeStateAsUpdate(doc, vector));
    expect(await thief.closed).toBe(4403);
    text.insert(text.length, "e ancora mio");
    const fresh = await open(people.capannori);
    await until(() => fresh.text.includes("mio e ancora mio"));
    expect(fresh.text).not.toContain("falso");
    before = await witnesses.plainText();
  });

  it("is refused together with honest text in the same message", async () => {
    const owner = await open(people.lucca);
    owner.write("suo, di Lucca");
    await until(async () => (await witnesses.plainText()).includes("suo, di Lucca"));
    const { clientID, store } = owner.doc;
    const clock = Y.getState(store, clientID);
    const runs = [
      { client: clientID, clock, pieces: [block] },
      { client: newClient(), clock: 0, pieces: [block] },
    ];
    const thief = await enter(people.capannori);
    thief.sendUpdate(craftUpdate(runs.sort((one, other) => other.client - one.client)));
    expect(await thief.closed).toBe(4403);
    before = await witnesses.plainText();
  });
});

describe("[T19] [SY39] an update that rests on what never comes", () => {
  const incomplete = (client: number) => craftUpdate([{ client, clock: 5, pieces: [block] }]);

  it.each([
    ["later letters without the earlier", () => incomplete(newClient())],
    ["a gap", () => craftUpdate([{ client: newClient(), clock: 0, pieces: [gap(3), block] }])],
    [
      "a neighbour that nobody has",
      () => {
        const pieces = [{ left: [newClient(), 7], content: content.element("block") } as const];
        return craftUpdate([{ client: newClient(), clock: 0, pieces }]);
      },
    ],
    ["a deletion of what nobody has", () => craftUpdate([], [{ client: newClient(), ranges: [[0, 5]] }])],
  ])("(%s) is kept and shown by nobody, and its client is asked for all that it has", async (_what, make) => {
    const client = await attack();
    client.send(0, 1, Uint8Array.of(0, 0));
    await shownToNobody(async () => {
      client.sendUpdate(make());
      await client.ask();
    });
    expect(questions(client)).toBe(2);
  });

  it("is acknowledged with the answer that brings what was missing, and is stored once", async () => {
    const doc = await copy();
    const sent: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => sent.push(update));
    const [first, second] = [new Y.XmlElement("block"), new Y.XmlElement("block")];
    doc.getXmlFragment("default").push([first]);
    first.push([new Y.XmlText("completato uno")]);
    doc.getXmlFragment("default").push([second]);
    second.push([new Y.XmlText("completato due")]);
    const client = await attack("?ack=1");
    client.send(0, 1, Uint8Array.of(0, 0));
    for (const update of sent.slice(1)) client.sendUpdate(update);
    await client.ask();
    expect(acknowledged(client).at(-1)).toBe(1);
    expect(questions(client)).toBe(2);
    client.send(0, 1, Y.mergeUpdates(sent));
    await until(() => acknowledged(client).at(-1) === 1 + sent.length);
    const stored = await witnesses.plainText();
    expect(stored.split("completato uno\ncompletato due")).toHaveLength(2);
    before = stored;
  });

  it("is asked about again only so often of who answers with the same", async () => {
    const client = await attack();
    const update = incomplete(newClient());
    let answered = 0;
    client.socket.on("message", (data: Uint8Array) => {
      if (data[0] !== 0 || data[1] !== 0) return;
      answered++;
      client.send(0, 1, update);
    });
    client.send(0, 1, Uint8Array.of(0, 0));
    client.sendUpdate(update);
    expect(await client.closed).toBe(4400);
    expect(answered).toBeLessThan(15);
  });

  it("does not fill the server of who never answers", async () => {
    const client = await attack();
    const large = craftUpdate([
      {
        client: newClient(),
        clock: 5,
        pieces: [{ parent: "beside", content: content.string("x".repeat(1_000_000)) }],
      },
    ]);
    await client.ask();
    const { residentMiB } = await useOf(server.pid);
    for (let sent = 0; sent < 45; sent++) {
      client.sendUpdate(large);
      await client.ask();
    }
    expect((await useOf(server.pid)).residentMiB - residentMiB).toBeLessThan(40);
    expect(questions(client)).toBe(1);
  });

  it("closes with 4400 who goes on with such, and never answers", async () => {
    const client = await attack();
    const small = incomplete(newClient());
    for (let sent = 0; sent < 1_100; sent++) client.sendUpdate(small);
    expect(await client.closed).toBe(4400);
  });
});

describe("[T20] client ids and clocks at their extremes", () => {
  it.each([
    [
      "[SY19] text up to a clock that no client reaches",
      (client: number) => [gc(2 ** 40 + 1)].map((piece) => ({ client, clock: 0, pieces: [piece] })),
    ],
    [
      "[SY19] text after a clock that no client reaches",
      (client: number) => [{ client, clock: 2 ** 53 - 2, pieces: [gc(1)] }],
    ],
  ])("%s is refused with 4400", async (_what, runs) => {
    const client = await attack();
    client.sendUpdate(craftUpdate(runs(newClient())));
    expect(await client.closed).toBe(4400);
  });

  it.each([0, 2 ** 32, Number.MAX_SAFE_INTEGER])(
    "[SY18] the client id %i writes like any other",
    async (clientId) => {
      const doc = new Y.Doc();
      doc.clientID = clientId;
      const writer = await open(people.barga, doc);
      writer.write(`firmato ${clientId}`);
      const reader = await open(people.capannori);
      await until(() => reader.text.includes(`firmato ${clientId}`));
      expect(reader.doc.store.pendingStructs).toBeNull();
      await until(async () => (await witnesses.plainText()).includes(`firmato ${clientId}`));
      before = await witnesses.plainText();
    },
  );

  it("[SY18] of two devices of one person under one id, what came first under a clock stays for everybody", async () => {
    const [one, other] = [await attack("?ack=1"), await attack("?ack=1")];
    const client = newClient();
    const say = (words: string) => {
      const text = { parent: [client, 0] as const, content: content.type("xmlText") };
      const letters = { parent: [client, 1] as const, content: content.string(words) };
      return craftUpdate([{ client, clock: 0, pieces: [block, text, letters] }]);
    };
    one.sendUpdate(say("dal primo"));
    await until(() => acknowledged(one).at(-1) === 1);
    other.sendUpdate(say("al secondo"));
    await until(() => acknowledged(other).at(-1) === 1);
    other.sendUpdate(say("dal secondo, più lungo"));
    await until(() => acknowledged(other).at(-1) === 2);
    const [late, there] = [await copy(), await open(people.capannori)];
    expect(late.getXmlFragment("default").toString()).toBe(there.text);
    expect(there.text).toContain("dal primo");
    expect(there.text).not.toContain("al secondo");
    expect(there.doc.store.pendingStructs).toBeNull();
    before = await witnesses.plainText();
  });

  it("[SY33] more client ids than a device has had are refused in one update, and so the row of each", async () => {
    const client = await attack();
    const many = Array.from({ length: 200_000 }, (_, index) => ({
      client: 9_000_000 - index,
      clock: 0,
      pieces: [block],
    }));
    client.sendUpdate(craftUpdate(many));
    expect(await client.closed).toBe(4400);
  });
});

describe("[T21] [SY4] an update that the parser reads and the editor could not hold", () => {
  it.each<[string, (text: Y.XmlFragment, doc: Y.Doc) => void]>([
    ["an unknown element", (text) => text.push([new Y.XmlElement("callout")])],
    [
      "an element of a stock editor with another schema",
      (text) => text.push([new Y.XmlElement("bulletList")]),
    ],
    ["a block in a block", (text) => lastBlock(text).push([new Y.XmlElement("block")])],
    ["letters outside of a block", (text) => text.push([new Y.XmlText("ostile")])],
    ["an unknown mark", (text) => (lastBlock(text).get(0) as Y.XmlText).insert(0, "ostile", { blink: {} })],
    ["something embedded", (text) => (lastBlock(text).get(0) as Y.XmlText).insertEmbed(0, { image: "x" })],
    ["a hook", (text) => text.push([any(new Y.XmlHook("ostile"))])],
    ["a document in the text", (text) => text.push([any(new Y.Doc())])],
    ["a map in a block", (text) => lastBlock(text).push([any(new Y.Map())])],
    ["an attribute that is a type", (text) => lastBlock(text).setAttribute("kind", any(new Y.Array()))],
    ["an attribute of a megabyte", (text) => lastBlock(text).setAttribute("kind", "x".repeat(1_000_000))],
    [
      "an attribute that nests",
      (text) => {
        let value: unknown = "fondo";
        for (let level = 0; level < 1_000; level++) value = [value];
        lastBlock(text).setAttribute("kind", any(value));
      },
    ],
    [
      "blocks that nest five thousand deep",
      (text) => {
        let inner = new Y.XmlElement("block");
        text.push([inner]);
        for (let level = 0; level < 5_000; level++) {
          const next = new Y.XmlElement("block");
          inner.push([next]);
          inner = next;
        }
      },
    ],
  ])("(%s) is refused with 4400 and shown to nobody", async (_what, work) => {
    const client = await attack();
    const update = await change(work);
    await shownToNobody(async () => {
      client.sendUpdate(update);
      expect(await client.closed).toBe(4400);
    });
  });

  it("what is refused of one message leaves nothing of it, and its writer may write something better", async () => {
    const client = await attack();
    client.sendUpdate(
      await change((text) => text.push([new Y.XmlElement("block"), new Y.XmlElement("callout")])),
    );
    expect(await client.closed).toBe(4400);
    const again = await open(people.barga);
    again.write("meglio");
    await until(async () => (await witnesses.plainText()).includes("meglio"));
    before = await witnesses.plainText();
  });
});

describe("what is strange and allowed", () => {
  it("forgotten text under one's own id is nothing to anybody", async () => {
    const client = await attack("?ack=1");
    const id = newClient();
    client.sendUpdate(
      craftUpdate([{ client: id, clock: 0, pieces: [gc(2 ** 30), { ...block, left: [id, 5] }] }]),
    );
    await until(() => acknowledged(client).at(-1) === 1);
    const reader = await open(people.capannori);
    expect(reader.doc.store.pendingStructs).toBeNull();
  });

  it("a deletion in a million pieces, last first, does not keep others waiting", async () => {
    const client = await attack("?ack=1");
    const id = newClient();
    client.sendUpdate(craftUpdate([{ client: id, clock: 0, pieces: [gc(2 ** 30)] }]));
    const ranges = Array.from({ length: 1_000_000 }, (_, index) => [2 * (1_000_000 - index), 1] as const);
    client.sendUpdate(craftUpdate([], [{ client: id, ranges }]));
    await until(() => acknowledged(client).at(-1) === 2);
  });

  it("an update that deletes everything deletes it, once, and who is there writes on", async () => {
    const client = await attack("?ack=1");
    const everything = await change((text) => text.delete(0, text.length));
    client.sendUpdate(everything);
    client.sendUpdate(everything);
    await until(() => acknowledged(client).at(-1) === 2);
    await until(async () => (await witnesses.plainText()) === "");
    before = "";
  });
});
