import { type OpenSection, Program, startServer, type TestServer, until } from "@upiao/test";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";

let one: TestServer;
let other: TestServer;
let lucca: Program;
let capannori: Program;
let section: string;
const opened: OpenSection[] = [];

beforeAll(async () => {
  one = await startServer();
  other = await startServer({ beside: one });
  lucca = await Program.login(one.url, "redattore.lucca");
  capannori = await Program.login(other.url, "redattore.capannori");
  section = await lucca.sharedSection();
});

afterEach(() => {
  for (const open of opened.splice(0)) open.close();
});

afterAll(async () => {
  await other?.stop();
  await one?.stop();
});

async function open(program: Program): Promise<OpenSection> {
  const open = await program.open(section);
  opened.push(open);
  return open;
}

async function keep(): Promise<string> {
  const { data } = await lucca.ask<{ nameVersion: { id: string } }>(
    `mutation ($id: ID!) { nameVersion(sectionId: $id, name: "Prima") { id } }`,
    { id: section },
  );
  return data.nameVersion.id;
}

async function restore(id: string, program: Program): Promise<string> {
  const { data } = await program.ask<{ restoreVersion: { id: string } }>(
    "mutation ($id: ID!) { restoreVersion(versionId: $id) { id } }",
    { id },
  );
  return data.restoreVersion.id;
}

/** What a version says, with its tags. */
async function read(id: string): Promise<string> {
  const { data } = await lucca.ask<{ version: { text: { bytes: string } } }>(
    "query ($id: ID!) { version(id: $id) { text { bytes } } }",
    { id },
  );
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(data.version.text.bytes, "base64"));
  return doc.getXmlFragment("default").toString();
}

/** Types numbered words at the end of a paragraph for as long as asked, letting what arrives in between. A hundred a second:
 *  quicker than anybody, and not as quick as the machine, which would have nothing left for the rest of the test. */
async function type(text: Y.XmlText, mark: string, goesOn: () => boolean): Promise<string[]> {
  const words: string[] = [];
  while (goesOn() || words.length < 40) {
    const word = `${mark}${words.length};`;
    words.push(word);
    text.insert(text.length, ` ${word}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return words;
}

it("while two people type, on two nodes, a restoration takes away only what stood there before it, and everybody sees the same", async () => {
  const [mine, theirs] = [await open(lucca), await open(capannori)];
  const first = mine.write("Il primo capoverso del testo.");
  mine.write("Il secondo capoverso, che cambia.");
  await until(() => theirs.text.includes("Il secondo capoverso"));
  await until(async () => (await lucca.plainText(section)).includes("Il secondo capoverso"));
  const versionId = await keep();
  const version = await read(versionId);

  const added = theirs.write("Un capoverso di dopo.");
  await until(() => mine.text.includes("di dopo"));
  const second = theirs.doc.getXmlFragment("default").toArray().at(-2) as Y.XmlElement;
  const changing = second.get(0) as Y.XmlText;

  let isRestored = false;
  let hasBegun = false;
  const typing = [
    type(first, "l", () => !isRestored),
    type(changing, "c", () => {
      hasBegun = true;
      return !isRestored;
    }),
  ];
  await until(() => hasBegun && mine.text.includes("c5;") && theirs.text.includes("l5;"));
  const beforeId = await restore(versionId, capannori);
  isRestored = true;
  const words = (await Promise.all(typing)).flat();
  await until(() => !mine.text.includes("di dopo") && mine.text === theirs.text);
  await until(async () => words.slice(-1).every((word) => mine.text.includes(word)));
  await until(() => mine.text === theirs.text);

  const before = await read(beforeId);
  expect(added.parent === null || !theirs.text.includes("di dopo")).toBe(true);
  expect(words.filter((word) => !before.includes(word) && !mine.text.includes(word))).toEqual([]);
  const typedAfter = words.filter((word) => !before.includes(word));
  expect(typedAfter.length).toBeGreaterThan(0);
  expect(words.length).toBeGreaterThan(typedAfter.length);
  // Without what was typed meanwhile it is the version, to the letter.
  const withoutWords = mine.text.replaceAll(/ ?[lc]\d+;/g, "");
  expect(withoutWords).toBe(version);

  await restore(beforeId, lucca);
  await until(() => mine.text === before && theirs.text === before);
  await until(async () => (await read(await keep())) === before);
});
