import type { Growth } from "@upiao/bus";
import { Section, Suggestion, UpdateLog } from "@upiao/db";
import { authorsOf, fragmentName, markdownToUpdate, plainText, suggestionId } from "@upiao/document";
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

let served: Served;
let world: World;
let officer: TestPerson;
let colleague: TestPerson;
let reviewer: TestPerson;
let other: TestPerson;
let sectionId: string;
let made = 0;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  const { alfa } = world.bodies;
  officer = await makePerson(served.database, "Paolo Alfa", [{ bodyId: alfa, role: "EDITOR" }]);
  colleague = await makePerson(served.database, "Cora Alfa", [{ bodyId: alfa, role: "EDITOR" }]);
  reviewer = await makePerson(served.database, "Silvia", [{ bodyId: alfa, role: "EDITOR" }]);
  other = await makePerson(served.database, "Estranea", []);
});

beforeEach(async () => {
  sectionId = await makeSection(served.database, "prova", { planId: world.plans.alfa, code: `8.${++made}` });
  const bytes = markdownToUpdate("uno due tre\n\nquattro", 1);
  await new UpdateLog(served.database).begin([{ sectionId, bytes, clientId: 1, authorId: officer.id }]);
});

afterAll(() => served.close());

const call = (person: TestPerson, query: string, variables: Record<string, unknown> = {}) =>
  ask(served, query, { token: person.token, variables: { id: sectionId, ...variables } });

async function open(person = reviewer, title = "Indicatori"): Promise<string> {
  const answer = await call(
    person,
    `mutation ($id: ID!, $title: String!) { openProposal(sectionId: $id, title: $title, reason: "Mancano") { id } }`,
    { title },
  );
  return answer.data.openProposal.id;
}

let number = 0;

/** What a proposer's page writes into the text. */
async function suggest(
  proposalId: string,
  write: (text: Y.XmlText, id: string) => void,
  person = reviewer,
): Promise<{ id: string; growth: Growth | null }> {
  let id = "";
  const growth = await served.database.transaction((tx) =>
    editSection(tx, {
      sectionId,
      userId: person.id,
      change: (doc) => {
        id = suggestionId({ proposalId, client: doc.clientID, number: ++number });
        write((doc.getXmlFragment(fragmentName).get(0) as Y.XmlElement).get(0) as Y.XmlText, id);
      },
    }),
  );
  return { id, growth };
}

const insertion = (id: string) => ({ insertion: { id } });
const deletion = (id: string) => ({ "deletion--AAAAAAAA": { id } });
const addWord = (text: Y.XmlText, id: string) => text.insert(4, "nuovo ", insertion(id));

async function textNow(): Promise<Y.XmlFragment> {
  const { reading } = await readLog(served.database, sectionId);
  return fragmentOf(openText(reading));
}

const listing = `query ($id: ID!) { section(id: $id) { proposals { id title reason state byName isMine
  suggestions { id kind state inText reason decidedByName excerpt { before after removed added } } } } }`;
const proposals = async (person = officer) => (await call(person, listing)).data.section.proposals;

const decide = (ids: string[], decision: string, person = officer, reason = "Va bene") =>
  call(
    person,
    `mutation ($id: ID!, $ids: [ID!]!, $decision: Decision!, $reason: String) {
      decideSuggestions(sectionId: $id, ids: $ids, decision: $decision, reason: $reason) { id state inText } }`,
    { ids, decision, reason },
  );

describe("a proposal", () => {
  it("gathers what its author suggests in the text, with what stands around it", async () => {
    const proposalId = await open();
    const { id } = await suggest(proposalId, addWord);
    expect(await proposals()).toEqual([
      {
        id: proposalId,
        title: "Indicatori",
        reason: "Mancano",
        state: "OPEN",
        byName: "Silvia",
        isMine: false,
        suggestions: [
          {
            id,
            kind: "INSERT",
            state: "OPEN",
            inText: true,
            reason: null,
            decidedByName: null,
            excerpt: { before: "uno ", after: "due tre", removed: "", added: "nuovo " },
          },
        ],
      },
    ]);
  });

  it("is closed by its author once nothing of it is open, and stays readable", async () => {
    const proposalId = await open();
    const { id } = await suggest(proposalId, addWord);
    const close = (person = reviewer) =>
      call(person, "mutation ($proposal: ID!) { closeProposal(id: $proposal) { state } }", {
        proposal: proposalId,
      });
    expect((await close()).codes).toEqual(["OPEN_SUGGESTIONS"]);
    await decide([id], "REJECTED");
    expect((await close(other)).codes).toEqual(["NOT_FOUND"]);
    expect((await close()).data.closeProposal.state).toBe("CLOSED");
    expect((await close()).codes).toEqual(["NOT_IN_THIS_STATE"]);
    expect(await proposals()).toMatchObject([
      { state: "CLOSED", suggestions: [{ state: "REJECTED", excerpt: { added: "nuovo " } }] },
    ]);
  });

  it("takes in what names a proposal of somebody else's: its author is who wrote it, by the log", async () => {
    const proposalId = await open(colleague, "Di Cora");
    const { id } = await suggest(proposalId, addWord);
    await call(officer, "mutation ($id: ID!) { noteSuggestions(sectionId: $id) { id } }");
    const all = await proposals();
    expect(all.find((one) => one.id === proposalId)!.suggestions).toEqual([]);
    expect(all.find((one) => one.id !== proposalId)).toMatchObject({
      byName: "Silvia",
      suggestions: [{ id }],
    });
  });
});

describe("who decides", () => {
  it("accepts: the words are the text's, and stay their proposer's", async () => {
    const { id } = await suggest(await open(), addWord);
    const answer = await decide([id], "ACCEPTED");
    expect(answer.data.decideSuggestions).toEqual([{ id, state: "ACCEPTED", inText: false }]);
    const text = await textNow();
    expect(plainText(text).split("\n")[0]).toBe("uno nuovo due tre");
    const rows: { client_id: string; name: string }[] = await served.database.query(
      "SELECT client_id, name FROM section_client JOIN user_account u ON u.id = user_id WHERE section_id = $1",
      [sectionId],
    );
    const owners = new Map(rows.map(({ client_id, name }) => [Number(client_id), name]));
    expect(authorsOf(text, owners)[0]!.map(({ text, author }) => [text, author])).toEqual([
      ["uno ", "Paolo Alfa"],
      ["nuovo ", "Silvia"],
      ["due tre", "Paolo Alfa"],
    ]);
    expect(await proposals()).toMatchObject([
      {
        suggestions: [
          { state: "ACCEPTED", reason: "Va bene", decidedByName: "Paolo Alfa", excerpt: { added: "nuovo " } },
        ],
      },
    ]);
  });

  it("rejects: nothing of it is left in the text, and what it was can be read", async () => {
    const { id } = await suggest(await open(), (text, id) => text.format(0, 4, deletion(id)));
    await decide([id], "REJECTED", officer, "Serve");
    expect(JSON.stringify((await textNow()).toString())).not.toContain("deletion");
    expect(await proposals()).toMatchObject([
      { suggestions: [{ kind: "DELETE", state: "REJECTED", reason: "Serve", excerpt: { removed: "uno " } }] },
    ]);
  });

  it("decides overlapping suggestions each by itself", async () => {
    const proposalId = await open();
    const first = await suggest(proposalId, (text, id) =>
      text.format(0, 7, { "deletion--AAAAAAAA": { id } }),
    );
    const second = await suggest(proposalId, (text, id) =>
      text.format(4, 7, { "deletion--BBBBBBBB": { id } }),
    );
    await decide([first.id], "REJECTED");
    await decide([second.id], "ACCEPTED");
    expect(plainText(await textNow()).split("\n")[0]).toBe("uno ");
  });

  it("is told what another has just decided, and nothing changes", async () => {
    const proposalId = await open();
    const [one, two] = [await suggest(proposalId, addWord), await suggest(proposalId, addWord)];
    const answers = await Promise.all([
      decide([one.id], "REJECTED", colleague),
      decide([one.id, two.id], "ACCEPTED", officer),
    ]);
    const codes = answers.map((answer) => answer.codes);
    // Whoever came first: the other is refused, whole.
    expect([
      [[], ["ALREADY_REJECTED"]],
      [["ALREADY_ACCEPTED"], []],
    ]).toContainEqual(codes);
    const states = (await proposals())[0]!.suggestions.map((suggestion) => suggestion.state);
    expect(states.filter((state) => state === "OPEN")).toHaveLength(codes[0]!.length === 0 ? 1 : 0);
  });

  it("needs the right to edit, and the author's own to withdraw", async () => {
    const { id } = await suggest(await open(), addWord);
    expect((await decide([id], "ACCEPTED", other)).codes).toEqual(["NOT_FOUND"]);
    expect((await decide([id], "WITHDRAWN", officer)).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await decide([id], "WITHDRAWN", reviewer)).codes).toEqual([]);
    expect(plainText(await textNow()).split("\n")[0]).toBe("uno due tre");
    expect((await decide([id], "ACCEPTED")).codes).toEqual(["ALREADY_WITHDRAWN"]);
  });

  it("can decide nothing more when the section was validated meanwhile", async () => {
    const proposalId = await open();
    const { id } = await suggest(proposalId, addWord);
    await served.database.getRepository(Section).update(sectionId, { state: "VALIDATED" });
    expect((await decide([id], "ACCEPTED")).codes).toEqual(["NOT_IN_THIS_STATE"]);
    const { codes } = await call(
      reviewer,
      `mutation ($id: ID!) { openProposal(sectionId: $id, title: "T", reason: "R") { id } }`,
    );
    expect(codes).toEqual(["NOT_IN_THIS_STATE"]);
  });

  it("decides also what an editor has deleted from the text, which is not lost silently", async () => {
    const { id } = await suggest(await open(), addWord);
    await call(officer, "mutation ($id: ID!) { noteSuggestions(sectionId: $id) { id } }");
    await served.database.transaction((tx) =>
      editSection(tx, {
        sectionId,
        userId: officer.id,
        change: (doc) => doc.getXmlFragment(fragmentName).delete(0, 1),
      }),
    );
    expect(await proposals()).toMatchObject([{ suggestions: [{ id, state: "OPEN", inText: false }] }]);
    expect((await decide([id], "REJECTED")).codes).toEqual([]);
  });

  it("may not decide what was never suggested", async () => {
    await suggest(await open(), addWord);
    expect((await decide(["altro.1.1"], "ACCEPTED")).codes).toEqual(["NOT_FOUND"]);
    expect((await decide([], "ACCEPTED")).codes).toEqual(["BAD_INPUT"]);
    expect(await served.database.getRepository(Suggestion).countBy({ sectionId, state: "ACCEPTED" })).toBe(0);
  });
});

it("who has the section open hears of a proposal at once", async () => {
  const client = connect(served, officer.token);
  const following = listen(
    client,
    "subscription ($id: ID!) { proposalsChanged(sectionId: $id) { proposals { title } } }",
    {
      id: sectionId,
    },
  );
  const first = following.next();
  // It is heard from the moment on at which the subscription stands.
  let stands = false;
  void first.then(() => {
    stands = true;
  });
  while (!stands) await open();
  expect((await first).data.proposalsChanged.proposals[0]!.title).toBe("Indicatori");
  await client.dispose();
});
