import {
  BareClient,
  metricOf,
  type OpenSection,
  Program,
  startServer,
  type TestServer,
  until,
} from "@upiao/test";
import * as decoding from "lib0/decoding";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";

let server: TestServer;
let officer: Program;
let reviewer: Program;
let section: string;
let text: OpenSection;
const opened: { close(): void }[] = [];

beforeAll(async () => {
  server = await startServer();
  [officer, reviewer] = await Promise.all([
    Program.login(server.url, "redattore.capannori"),
    Program.login(server.url, "revisore.lucca"),
  ]);
  const { data } = await officer.ask<{ sections: { edges: { node: { id: string; code: string } }[] } }>(
    "{ sections(shared: false) { edges { node { id code } } } }",
  );
  section = data.sections.edges.find(({ node }) => node.code === "2.1")!.node.id;
});

beforeEach(async () => {
  text = await open(officer);
});

afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

afterAll(() => server?.stop());

async function open(program: Program, doc = new Y.Doc()): Promise<OpenSection> {
  const there = await program.open(section, doc);
  opened.push(there);
  return there;
}

async function enter(program: Program, asked = ""): Promise<BareClient> {
  const client = new BareClient(server.url, `/sync/${section}${asked}`, {
    authorization: `Bearer ${program.token}`,
  });
  opened.push(client);
  await client.isOpen;
  return client;
}

const fragmentOf = ({ doc }: { doc: Y.Doc }) => doc.getXmlFragment("default");
const blockOf = (open: { doc: Y.Doc }, index: number) => fragmentOf(open).get(index) as Y.XmlElement;
const wordsOf = (open: { doc: Y.Doc }, index: number) => blockOf(open, index).get(0) as Y.XmlText;
/** A block with words, of which some are bold. */
const somewhere = (open: { doc: Y.Doc }) =>
  fragmentOf(open)
    .toArray()
    .findIndex((child) => child instanceof Y.XmlElement && child.toString().length > 60);

let count = 0;
const idOf = (doc: Y.Doc) => `proposta.${doc.clientID.toString(36)}.${(++count).toString(36)}`;
const insertion = (id: string) => ({ insertion: { id } });

/** What a proposer's program sends for a change in its copy of the text. */
async function change(work: (open: { doc: Y.Doc }, id: string) => void) {
  const copy = { doc: new Y.Doc() };
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(text.doc));
  const vector = Y.encodeStateVector(copy.doc);
  copy.doc.transact(() => work(copy, idOf(copy.doc)));
  return { update: Y.encodeStateAsUpdate(copy.doc, vector), doc: copy.doc };
}

const reasonOf = (client: BareClient) =>
  new Promise<string>((resolve) => client.socket.on("close", (_code, reason) => resolve(String(reason))));

/** Neither stored nor shown. */
async function changesNothing(work: () => Promise<void>): Promise<void> {
  const before = [text.text, await officer.plainText(section)];
  await work();
  const other = await open(officer);
  expect(text.text).toBe(before[0]);
  expect(other.text).toBe(before[0]);
  expect(await officer.plainText(section)).toBe(before[1]);
}

describe("[T14] [SY41] a hostile reviewer's client that edits directly", () => {
  const at = 4;
  const cases: [string, (open: { doc: Y.Doc }, id: string) => void][] = [
    ["types", (open) => wordsOf(open, somewhere(open)).insert(at, "falso")],
    ["deletes", (open) => wordsOf(open, somewhere(open)).delete(at, 5)],
    [
      "deletes a word and writes the same again",
      (open) => {
        const words = wordsOf(open, somewhere(open));
        const word = words.toString().slice(at, at + 5);
        words.delete(at, 5);
        words.insert(at, word);
      },
    ],
    [
      "deletes a word and proposes the same",
      (open, id) => {
        const words = wordsOf(open, somewhere(open));
        const word = words.toString().slice(at, at + 5);
        words.delete(at, 5);
        words.insert(at, word, insertion(id));
      },
    ],
    [
      "calls adopted words proposed",
      (open, id) => wordsOf(open, somewhere(open)).format(at, 5, insertion(id)),
    ],
    ["makes words bold", (open) => wordsOf(open, somewhere(open)).format(at, 5, { bold: {} })],
    ["makes a heading", (open) => blockOf(open, somewhere(open)).setAttribute("kind", "heading")],
    ["calls a block proposed", (open, id) => blockOf(open, somewhere(open)).setAttribute("inserted", id)],
    ["deletes a block", (open) => fragmentOf(open).delete(somewhere(open), 1)],
    ["adds a block", (open) => fragmentOf(open).insert(0, [new Y.XmlElement("block")])],
    [
      "adds a block with words that are not proposed in one that is",
      (open, id) => {
        const block = new Y.XmlElement("block");
        block.setAttribute("inserted", id);
        fragmentOf(open).insert(0, [block]);
        block.insert(0, [new Y.XmlText("falso")]);
      },
    ],
    [
      "hides a change among suggestions",
      (open, id) => {
        const words = wordsOf(open, somewhere(open));
        words.insert(at, "onesto", insertion(id));
        words.delete(words.length - 1, 1);
      },
    ],
    [
      "proposes under an id that is nobody's",
      (open) => wordsOf(open, somewhere(open)).insert(at, "falso", insertion("proposta.1.1")),
    ],
    [
      "proposes under an id that is none",
      (open) => wordsOf(open, somewhere(open)).insert(at, "falso", insertion("falso")),
    ],
    ["[SY46] writes beside the text", ({ doc }) => doc.getMap("beside").set("a", 1)],
  ];

  it.each(cases)("(%s) changes nothing for anybody and is sent away with 4403", async (_what, work) => {
    await changesNothing(async () => {
      const client = await enter(reviewer);
      const reason = reasonOf(client);
      client.sendUpdate((await change(work)).update);
      expect(await client.closed).toBe(4403);
      expect(await reason).toBe("more than a proposal");
    });
  });

  it("changes nothing either when it answers the server's question", async () => {
    await changesNothing(async () => {
      const client = await enter(reviewer);
      client.send(0, 1, (await change((open) => wordsOf(open, somewhere(open)).insert(at, "falso"))).update);
      expect(await client.closed).toBe(4403);
    });
  });
});

describe("[SY44] [SY46] a suggestion", () => {
  it("is acknowledged, reaches everybody, and is no part of the text", async () => {
    const before = await officer.plainText(section);
    const client = await enter(reviewer, "?ack=1");
    const { update } = await change((open, id) =>
      wordsOf(open, somewhere(open)).insert(3, "proposto ", insertion(id)),
    );
    client.sendUpdate(update);
    await until(() =>
      client.bodiesOf(100).some((body) => decoding.readVarUint(decoding.createDecoder(body)) === 1),
    );
    await until(() => text.text.includes("proposto "));
    expect(await officer.plainText(section)).toBe(before);
  });

  it("merges with what an editor types meanwhile in the same place", async () => {
    const proposing = await open(reviewer);
    const at = somewhere(text);
    const [mine, theirs] = [wordsOf(text, at), wordsOf(proposing, at)];
    for (let round = 0; round < 20; round++) {
      mine.insert(3, "x");
      theirs.insert(3, "p", insertion(`proposta.${proposing.doc.clientID.toString(36)}.1`));
      if (round % 5 === 4) await until(() => mine.toString() === theirs.toString());
    }
    await until(() => mine.toString() === theirs.toString());
    expect(proposing.closeCodes).toEqual([]);
    const stored = await officer.plainText(section);
    expect(stored.split("x").length).toBeGreaterThanOrEqual(20);
    mine.delete(mine.toString().indexOf("x"), 1);
    await until(() => mine.toString() === theirs.toString());
  });

  it("[SY43] may rest on what is on its way to the log", async () => {
    const { update, doc } = await change((open, id) =>
      wordsOf(open, somewhere(open)).insert(1, "prima, ", insertion(id)),
    );
    const vector = Y.encodeStateVector(doc);
    wordsOf({ doc }, somewhere({ doc })).insert(1, "ancora ", insertion(idOf(doc)));
    const second = Y.encodeStateAsUpdate(doc, vector);
    const client = await enter(reviewer);
    // Both before any commit.
    client.sendUpdate(update);
    client.sendUpdate(second);
    await until(() => text.text.includes("ancora ") && text.text.includes("prima, "));
  });

  it("is withdrawn by its writer, also the words of a page before", async () => {
    const proposing = await open(reviewer);
    const words = wordsOf(proposing, somewhere(proposing));
    words.insert(2, "da ritirare", insertion(idOf(proposing.doc)));
    await until(() => text.text.includes("da ritirare"));
    proposing.close();
    const again = await open(reviewer);
    const there = wordsOf(again, somewhere(again));
    there.delete(
      there
        .toString()
        .replace(/<[^>]*>/g, "")
        .indexOf("da ritirare"),
      11,
    );
    await until(() => !text.text.includes("da ritirare"));
    expect(again.closeCodes).toEqual([]);
  });
});

describe("[SY42] the suggestion of another", () => {
  /** A second reviewer of the Province: a person of hers who may propose. */
  let other: Program;

  beforeAll(async () => {
    const admin = await Program.login(server.url, "admin.lucca");
    const { data } = await admin.ask<{ me: { memberships: { body: { id: string } }[] } }>(
      "{ me { memberships { body { id } } } }",
    );
    const { errors } = await admin.ask(
      `mutation ($body: ID!) {
        addPerson(bodyId: $body, email: "rtd.lucca@upiao.example", name: "Rita", role: REVIEWER) { id }
      }`,
      { body: data.me.memberships[0]!.body.id },
    );
    expect(errors).toBeUndefined();
    other = await Program.login(server.url, "rtd.lucca");
  });

  it.each<[string, (words: Y.XmlText, at: number, id: string, others: string) => void]>([
    ["taken back", (words, at) => words.delete(at, 6)],
    ["adopted", (words, at) => words.format(at, 6, { insertion: null })],
    ["made one's own", (words, at, id) => words.format(at, 6, insertion(id))],
    ["added to", (words, at, _id, others) => words.insert(at + 3, "x", insertion(others))],
    ["made bold", (words, at) => words.format(at, 6, { bold: {} })],
  ])("cannot be %s by somebody who may only propose", async (_what, work) => {
    const { update, doc } = await change((open, id) =>
      wordsOf(open, somewhere(open)).insert(0, "altrui", insertion(id)),
    );
    const first = await enter(reviewer);
    first.sendUpdate(update);
    await until(() => text.text.includes("altrui"));
    const others = `proposta.${doc.clientID.toString(36)}.${count.toString(36)}`;
    await changesNothing(async () => {
      const client = await enter(other);
      const bad = await change((open, id) => {
        const words = wordsOf(open, somewhere(open));
        work(
          words,
          words
            .toString()
            .replace(/<[^>]*>/g, "")
            .indexOf("altrui"),
          id,
          others,
        );
      });
      client.sendUpdate(bad.update);
      expect(await client.closed).toBe(4403);
    });
    const { update: withdrawn } = await change((open) => {
      const words = wordsOf(open, somewhere(open));
      words.delete(
        words
          .toString()
          .replace(/<[^>]*>/g, "")
          .indexOf("altrui"),
        6,
      );
    });
    first.sendUpdate(withdrawn);
    await until(() => !text.text.includes("altrui"));
  });

  it("overlaps with one's own: both are there, and each is withdrawn by itself", async () => {
    const [one, two] = [await open(reviewer), await open(other)];
    const at = somewhere(text);
    const [first, second] = [idOf(one.doc), idOf(two.doc)];
    wordsOf(one, at).format(0, 8, { "deletion--AAAAAAAA": { id: first } });
    wordsOf(two, at).format(4, 8, { "deletion--BBBBBBBB": { id: second } });
    const both = () => [first, second].map((id) => JSON.stringify(wordsOf(text, at).toDelta()).includes(id));
    await until(() => both().every(Boolean));
    wordsOf(one, at).format(0, 8, { "deletion--AAAAAAAA": null });
    await until(() => !both()[0]);
    expect(both()[1]).toBe(true);
    wordsOf(two, at).format(4, 8, { "deletion--BBBBBBBB": null });
    await until(() => !both()[1]);
    expect([...one.closeCodes, ...two.closeCodes]).toEqual([]);
  });
});

it("[SY45] a copy of the text is kept from a proposer's first suggestion until the last of them leaves", async () => {
  const copies = () => metricOf(server, "upiao_sync_proposal_copies");
  await until(async () => (await copies()) === 0);
  const one = await open(reviewer);
  text.write("di chi scrive");
  await until(() => one.text.includes("di chi scrive"));
  expect(await copies()).toBe(0);
  wordsOf(one, somewhere(one)).insert(1, "p", insertion(idOf(one.doc)));
  await until(async () => (await copies()) === 1);
  one.close();
  await until(async () => (await copies()) === 0);
});
