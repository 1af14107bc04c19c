import { createHash } from "node:crypto";
import { type Growth, openPostgresBus } from "@upiao/bus";
import { UpdateLog, Version } from "@upiao/db";
import {
  canonicalText,
  decideSuggestions,
  fragmentName,
  markdownToUpdate,
  suggestionsIn,
} from "@upiao/document";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ask } from "../../test/ask.ts";
import { connect, listen } from "../../test/live.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeSection, makeWorld, type World } from "../../test/world.ts";
import { editSection } from "../coediting/edit-section.ts";
import { fragmentOf, openText } from "../coediting/open-text.ts";
import { readLog } from "../coediting/read-log.ts";
import { freezeVersion } from "./freeze-version.ts";
import { keepPausedVersions } from "./keep-paused-versions.ts";
import { thinVersions } from "./thin-versions.ts";

let served: Served;
let world: World;
let editor: TestPerson;
let colleague: TestPerson;
let auditor: TestPerson;
let sectionId: string;
let made = 0;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  const bodyId = world.bodies.alfa;
  editor = await makePerson(served.database, "Edo Alfa", [{ bodyId, role: "EDITOR" }]);
  colleague = await makePerson(served.database, "Cora Alfa", [{ bodyId, role: "EDITOR" }]);
  auditor = await makePerson(served.database, "Aldo Nucleo", [{ bodyId, role: "AUDITOR" }]);
});

beforeEach(async () => {
  sectionId = await makeSection(served.database, "prova", { planId: world.plans.alfa, code: `9.${++made}` });
});

afterAll(() => served.close());

/** Makes the text say this, by whatever hand. */
async function write(text: string, person = editor): Promise<Growth | null> {
  return served.database.transaction((tx) =>
    editSection(tx, { sectionId, userId: person.id, change: (doc) => rewrite(fragmentOf(doc), text) }),
  );
}

function rewrite(fragment: Y.XmlFragment, text: string): void {
  fragment.delete(0, fragment.length);
  const lines = text.split("\n").map((line) => {
    const block = new Y.XmlElement("block");
    block.insert(0, [new Y.XmlText(line)]);
    return block;
  });
  fragment.insert(0, lines);
}

async function append(words: string, person: TestPerson): Promise<void> {
  const change = (doc: Y.Doc) => {
    const text = (fragmentOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.insert(text.length, words);
  };
  await served.database.transaction((tx) => editSection(tx, { sectionId, userId: person.id, change }));
}

const keep = (kind: "AUTOMATIC" | "FROZEN" = "FROZEN") =>
  served.database.transaction((tx) => freezeVersion(tx, { sectionId, kind, byUserId: null }));

async function textNow(): Promise<string> {
  const { data } = await ask(served, "query ($id: ID!) { section(id: $id) { plainText } }", {
    token: editor.token,
    variables: { id: sectionId },
  });
  return data.section.plainText;
}

const timeline = `query ($id: ID!, $first: Int, $after: String) { section(id: $id) {
  versions(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { id number kind name byName writers changedWords openSuggestions sha256 } } } } }`;

async function versionsOf(person = editor, variables: Record<string, unknown> = {}) {
  const { data } = await ask(served, timeline, {
    token: person.token,
    variables: { id: sectionId, ...variables },
  });
  return data.section.versions;
}

const restore = (id: string, person = editor) =>
  ask(served, "mutation ($id: ID!) { restoreVersion(versionId: $id) { id kind byName } }", {
    token: person.token,
    variables: { id },
  });

describe("a version", () => {
  it("holds the text as the log has it, who has written since the one before, and how many words that is", async () => {
    await write("Il Comune adotta tre azioni.");
    await keep();
    await append(" E una quarta.", colleague);
    await keep();
    const { edges } = await versionsOf();
    expect(edges.map(({ node }) => [node.number, node.kind, node.writers, node.changedWords])).toEqual([
      [2, "FROZEN", ["Cora Alfa"], 3],
      [1, "FROZEN", ["Edo Alfa"], null],
    ]);
  });

  it("counts its words since the last frozen one, not since the last that was kept", async () => {
    await write("uno");
    await keep();
    await append(" due", editor);
    await keep("AUTOMATIC");
    await append(" tre", editor);
    expect(await keep("AUTOMATIC")).toMatchObject({ changedWords: 2 });
  });

  it("counts the suggested changes that are open in it, each once", async () => {
    await served.database.transaction((tx) =>
      editSection(tx, {
        sectionId,
        userId: editor.id,
        change: (doc) => {
          const [block, text] = [new Y.XmlElement("block"), new Y.XmlText()];
          block.setAttribute("proposed", { id: "p.1.2", kind: "heading" } as unknown as string);
          block.insert(0, [text]);
          fragmentOf(doc).insert(0, [block]);
          text.insert(0, "nuovo ", { insertion: { id: "p.1.1" } });
          text.insert(6, "testo", { insertion: { id: "p.1.1" }, bold: {} });
        },
      }),
    );
    expect(await keep()).toMatchObject({ openSuggestions: 2 });
  });

  it("[T41] has the hash of what its bytes say, recomputed by anybody who reads them", async () => {
    await write("Perché è così\ne basta");
    const { id } = await keep();
    const { data } = await ask(served, "query ($id: ID!) { version(id: $id) { sha256 text { bytes } } }", {
      token: auditor.token,
      variables: { id },
    });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Buffer.from(data.version.text.bytes, "base64"));
    const spelled = canonicalText(doc.getXmlFragment(fragmentName));
    expect(spelled).toContain("Perché è così");
    expect(data.version.sha256).toBe(createHash("sha256").update(spelled).digest("hex"));
  });

  it("tells who wrote what stands in it, and does not hold what was deleted", async () => {
    await write("parola cancellata");
    await write("testo");
    await append(" di due", colleague);
    const { id } = await keep();
    const query = `query ($id: ID!, $section: ID!) {
      version(id: $id) { text { bytes writers { clientId name } } }
      section(id: $section) { text { bytes writers { clientId name } } } }`;
    const { data } = await ask(served, query, { token: editor.token, variables: { id, section: sectionId } });
    for (const { text } of [data.version, data.section]) {
      expect(text.writers.map(({ name }) => name)).toEqual(["Edo Alfa", "Cora Alfa"]);
      expect(new Set(text.writers.map(({ clientId }) => clientId)).size).toBe(2);
      expect(Buffer.from(text.bytes, "base64").toString("latin1")).not.toContain("cancellata");
    }
  });

  it("of a section in which nobody has written is an empty text", async () => {
    expect(await keep()).toMatchObject({ number: 1, seq: 0, changedWords: null, openSuggestions: 0 });
  });

  it("is kept under a name by who may edit, and by nobody else", async () => {
    await write("testo");
    const name = (person: TestPerson, words: string) =>
      ask(
        served,
        "mutation ($id: ID!, $name: String!) { nameVersion(sectionId: $id, name: $name) { name kind byName } }",
        {
          token: person.token,
          variables: { id: sectionId, name: words },
        },
      );
    expect((await name(editor, " Bozza per la Giunta ")).data.nameVersion).toEqual({
      name: "Bozza per la Giunta",
      kind: "NAMED",
      byName: "Edo Alfa",
    });
    expect((await name(auditor, "Bozza")).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await name(editor, " ")).codes).toEqual(["BAD_INPUT"]);
  });

  it("is one for all steps on one text", async () => {
    await write("testo");
    const first = await keep();
    expect(await keep()).toMatchObject({ id: first.id, number: 1 });
    await append(" cambiato", editor);
    expect(await keep()).toMatchObject({ number: 2 });
  });

  it("gets the next number when two are kept at once", async () => {
    await write("testo");
    const versions = await Promise.all([keep(), keep("AUTOMATIC"), keep("AUTOMATIC")]);
    expect(versions.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  });

  it("stands in pages of the timeline, the newest first", async () => {
    await write("testo");
    for (let count = 0; count < 5; count++) await keep("AUTOMATIC");
    const numbers = async (after?: string) => {
      const { edges, pageInfo } = await versionsOf(editor, { first: 2, after });
      return { numbers: edges.map(({ node }) => node.number), ...pageInfo };
    };
    expect(await numbers()).toEqual({ numbers: [5, 4], hasNextPage: true, endCursor: "4" });
    expect(await numbers("2")).toEqual({ numbers: [1], hasNextPage: false, endCursor: "1" });
    const broken = await ask(served, timeline, {
      token: editor.token,
      variables: { id: sectionId, after: "'; DROP TABLE version" },
    });
    expect(broken.codes).toEqual(["BAD_INPUT"]);
  });

  it("is told to who follows the section, when it is kept", async () => {
    await write("testo");
    const client = connect(served, auditor.token);
    const following = listen(
      client,
      "subscription ($id: ID!) { versionsChanged(sectionId: $id) { versions { edges { node { name } } } } }",
      { id: sectionId },
    );
    const named = () =>
      ask(served, `mutation ($id: ID!) { nameVersion(sectionId: $id, name: "Bozza") { id } }`, {
        token: editor.token,
        variables: { id: sectionId },
      });
    const first = following.next();
    // It is heard from the moment on at which the subscription stands.
    let stands = false;
    void first.then(() => {
      stands = true;
    });
    while (!stands) await named();
    const { versions } = (await first).data.versionsChanged;
    expect(versions.edges[0]!.node.name).toBe("Bozza");
    await client.dispose();
  });
});

describe("versions kept by themselves", () => {
  const pauseFor = (minutes: number) =>
    served.database.query(
      `UPDATE section_update SET at = now() - $1 * interval '1 minute'
        WHERE log = (SELECT log FROM section WHERE id = $2)`,
      [minutes, sectionId],
    );
  const kept = async () => (await versionsOf()).edges.map(({ node }) => [node.kind, node.byName]);

  it("are those of sections in which writing has paused, each once", async () => {
    await write("testo");
    await keepPausedVersions(served);
    expect(await kept()).toEqual([]);
    await pauseFor(11);
    await keepPausedVersions(served);
    await keepPausedVersions(served);
    expect(await kept()).toEqual([["AUTOMATIC", null]]);
    await write("altro");
    await pauseFor(11);
    expect(await Promise.all([keepPausedVersions(served), keepPausedVersions(served)])).toContain(1);
    expect(await kept()).toHaveLength(2);
  });

  it("do not wait for one that cannot be kept", async () => {
    const broken = sectionId;
    await write("testo");
    await pauseFor(11);
    await served.database.query(
      "UPDATE section_update SET updates = '\\x00' WHERE log = (SELECT log FROM section WHERE id = $1)",
      [broken],
    );
    sectionId = await makeSection(served.database, "altra", {
      planId: world.plans.alfa,
      code: `9.${++made}`,
    });
    await write("testo");
    await pauseFor(11);
    await expect(keepPausedVersions(served)).rejects.toThrow("could not be kept");
    expect(await kept()).toEqual([["AUTOMATIC", null]]);
    await served.database.query("DELETE FROM section WHERE id = $1", [broken]);
  });

  it("go one by one with time: all of a day stay, one of each day, later one of each week; others stay for ever", async () => {
    await write("testo");
    const versions = served.database.getRepository(Version);
    const days = [0.1, 0.2, 3, 3.01, 4, 50, 51, 100];
    const noon = new Date();
    noon.setUTCHours(12, 0, 0, 0);
    const monday = noon.getTime() - ((noon.getUTCDay() + 6) % 7) * 86_400_000;
    for (const day of [...days].reverse()) {
      const { id } = await keep("AUTOMATIC");
      // Beyond a month counted from a Wednesday, so that a day more is the same week.
      const at =
        day < 1
          ? Date.now() - day * 86_400_000
          : (day < 30 ? noon.getTime() : monday + 2 * 86_400_000) - day * 86_400_000;
      await versions.update(id, { at: new Date(at) });
    }
    await served.database.transaction(async (tx) => {
      const person = { sectionId, byUserId: editor.id };
      const named = await freezeVersion(tx, { ...person, kind: "NAMED", name: "Bozza" });
      const before = await freezeVersion(tx, { ...person, kind: "AUTOMATIC" });
      for (const { id } of [named, before]) await tx.update(Version, id, { at: new Date("2020-01-01") });
    });
    expect(await thinVersions(served.database)).toBe(2);
    // 1 is of a hundred days ago, 2 and 3 of one week, 4 to 6 of three and four days ago.
    expect((await versionsOf(editor, { first: 50 })).edges.map(({ node }) => node.number)).toEqual([
      10, 9, 8, 7, 6, 4, 3, 1,
    ]);
    expect(await thinVersions(served.database)).toBe(0);
  });
});

describe("a restoration", () => {
  it("is an edit of who asks for it, after what stood before was kept; to restore that undoes it", async () => {
    await write("Il Comune adotta tre azioni.\nResta.");
    const { id } = await keep();
    await write("Il Comune adotta nove misure.\nResta.\nNuovo.", colleague);
    const answer = await restore(id);
    expect(answer.data.restoreVersion).toMatchObject({ kind: "AUTOMATIC", byName: "Edo Alfa" });
    expect(await textNow()).toBe("Il Comune adotta tre azioni.\nResta.");
    await restore(answer.data.restoreVersion.id, colleague);
    expect(await textNow()).toBe("Il Comune adotta nove misure.\nResta.\nNuovo.");
  });

  it("brings nothing new where nothing differs, and says no more than it did", async () => {
    await write("testo");
    const { id } = await keep();
    const { reading } = await readLog(served.database, sectionId);
    await restore(id);
    expect((await readLog(served.database, sectionId)).reading!.seq).toBe(reading!.seq);
  });

  it("is told to rooms that have the section open, wherever they are", async () => {
    await write("testo");
    const { id } = await keep();
    await write("altro");
    const node = await openPostgresBus(served.databaseUrl, () => {});
    const grown: number[] = [];
    const listener = { grown: ({ seq }: Growth) => void grown.push(seq), heard: () => {}, asked: () => {} };
    const room = served.bus.openSection(sectionId, listener);
    await restore(id);
    expect(grown).toEqual([3]);
    room.close();
    await node.close();
  });

  it("does not propose again what was decided since, and leaves what is still open as it is", async () => {
    const [decided, open] = ["p.1.1", "p.1.2"];
    await write("Testo.");
    const suggest = (words: string, id: string) =>
      served.database.transaction((tx) =>
        editSection(tx, {
          sectionId,
          userId: editor.id,
          change: (doc) => {
            const text = (fragmentOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
            text.insert(text.length, words, { [`insertion--${id.slice(-1).repeat(8)}`]: { id } });
          },
        }),
      );
    await suggest(" Deciso.", decided);
    await suggest(" Aperto.", open);
    const { id, openSuggestions } = await keep();
    expect(openSuggestions).toBe(2);
    await served.database.transaction((tx) =>
      editSection(tx, {
        sectionId,
        userId: editor.id,
        change: (doc) => decideSuggestions(fragmentOf(doc), new Set([decided]), "REJECT"),
      }),
    );
    await restore(id);
    // Proposed words are no words of the text yet.
    expect(await textNow()).toBe("Testo.");
    const { reading } = await readLog(served.database, sectionId);
    const text = fragmentOf(openText(reading));
    expect(suggestionsIn(text).map(({ id, excerpt }) => [id, excerpt.added])).toEqual([[open, " Aperto."]]);
  });

  it("is refused to who may not edit, and once the section is handed in", async () => {
    await write("testo");
    const { id } = await keep();
    expect((await restore(id, auditor)).codes).toEqual(["NOT_YOUR_ROLE"]);
    await served.database.query("UPDATE section SET state = 'VALIDATED' WHERE id = $1", [sectionId]);
    expect((await restore(id)).codes).toEqual(["NOT_IN_THIS_STATE"]);
    expect((await versionsOf()).edges).toHaveLength(1);
  });
});

describe("an edit of the server", () => {
  it("and another at the same moment are both in the text, each at its place of the log", async () => {
    await write("testo");
    await Promise.all(
      Array.from({ length: 6 }, (_, index) => append(` ${index}`, index % 2 ? editor : colleague)),
    );
    const { reading } = await readLog(served.database, sectionId);
    expect(reading!.seq).toBe(7);
    const doc = openText(reading);
    const words = fragmentOf(doc).toString();
    for (let index = 0; index < 6; index++) expect(words).toContain(` ${index}`);
  });

  it("is made under a client id of the person, of which nobody else's letters can be", async () => {
    await write("testo", colleague);
    const owners = await new UpdateLog(served.database).readOwners(sectionId);
    expect([...owners.values()]).toEqual([colleague.id]);
  });

  it("that only takes away tells who took it", async () => {
    await write("testo");
    const change = (doc: Y.Doc) => fragmentOf(doc).delete(0, 1);
    await served.database.transaction((tx) => editSection(tx, { sectionId, userId: colleague.id, change }));
    const { reading } = await readLog(served.database, sectionId);
    expect(reading!.batches.at(-1)!.updates.map(({ authorId }) => authorId)).toEqual([colleague.id]);
    expect((await keep()).writerIds.sort()).toEqual([colleague.id, editor.id].sort());
  });

  it("names only what it saw go: words that nobody had seen are not called removed by it", async () => {
    const bytes = markdownToUpdate("Primo.\n\nSecondo.", 1);
    const log = new UpdateLog(served.database);
    await log.begin([{ sectionId, bytes, clientId: 1, authorId: editor.id }]);
    // Somebody takes the first paragraph away while somebody else types in it.
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    for (const doc of [one, other]) Y.applyUpdate(doc, bytes);
    const sent: Uint8Array[] = [];
    for (const doc of [one, other]) doc.on("update", (update: Uint8Array) => void sent.push(update));
    fragmentOf(one).delete(0, 1);
    ((fragmentOf(other).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "non vista ");
    const place = { sectionId, log: (await readLog(served.database, sectionId)).log };
    await log.append([
      {
        ...place,
        seq: 2,
        updates: sent.map((update) => ({ bytes: update, authorId: editor.id })),
        claims: new Map(),
      },
    ]);
    await append(" fine", colleague);
    const { reading } = await readLog(served.database, sectionId);
    const { ds } = Y.decodeUpdate(reading!.batches.at(-1)!.updates[0]!.bytes);
    expect([...ds.clients]).toEqual([]);
    await log.close();
  });

  it("of a section that does not exist is a fault", async () => {
    const edit = { sectionId: "00000000-0000-0000-0000-000000000000", userId: editor.id, change: () => {} };
    await expect(served.database.transaction((tx) => editSection(tx, edit))).rejects.toThrow(
      "no such section",
    );
  });
});
