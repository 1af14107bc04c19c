import {
  AuditEvent,
  Comment,
  CommentRevision,
  CommentThread,
  Membership,
  Notification,
  Proposal,
} from "@upiao/db";
import { anchorOf, fragmentName, markdownToUpdate, RunningText } from "@upiao/document";
import type { Client } from "graphql-ws";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Answer, ask } from "../../test/ask.ts";
import { connect, listen, within } from "../../test/live.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";

let served: Served;
let world: World;
let auditor: TestPerson;
let successor: TestPerson;
let editor: TestPerson;
let rtd: TestPerson;
let stranger: TestPerson;
let client: Client | null = null;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  const { alfa, far } = world.bodies;
  const nucleo = { bodyId: alfa, role: "AUDITOR" } as const;
  auditor = await makePerson(served.database, "Andrea", [nucleo]);
  successor = await makePerson(served.database, "Bruna", [nucleo]);
  editor = await makePerson(served.database, "Elena", [{ bodyId: alfa, role: "EDITOR" }]);
  rtd = await makePerson(served.database, "Rita", [{ bodyId: alfa, role: "RTD" }]);
  stranger = await makePerson(served.database, "Lontana", [{ bodyId: far, role: "EDITOR" }]);
});

afterEach(async () => {
  await client?.dispose();
  client = null;
});

afterAll(() => served.close());

const fields = `id kind state quote awaitingReply resolvedBy { name } anchor { start end quote before after }
  by { name bodyName role } comments { id text editedAt deletedAt by { name role } mentions { name } }`;

const anchor = (() => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, markdownToUpdate("La Provincia sostiene i Comuni.", 5));
  const { start, end, ...words } = anchorOf(new RunningText(doc.getXmlFragment(fragmentName)), {
    from: 3,
    to: 12,
  })!;
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  return { start: base64(start), end: base64(end), ...words };
})();

function raise(person: TestPerson, thread: Record<string, unknown> = {}): Promise<Answer> {
  return ask(served, `mutation ($thread: ThreadInput!) { addThread(thread: $thread) { ${fields} } }`, {
    token: person.token,
    variables: {
      thread: { sectionId: world.sections.alfaDraft, kind: "QUESTION", text: "Perché?", ...thread },
    },
  });
}

/** One of the mutations that take an id, a text or neither. */
function act(
  person: TestPerson,
  name: string,
  id: string,
  words?: { text: string; mentions?: string[] },
): Promise<Answer> {
  const key = name === "editComment" || name === "deleteComment" ? "commentId" : "threadId";
  const [args, values] = words
    ? ["$text: String!, $mentions: [ID!]!, ", ", text: $text, mentions: $mentions"]
    : ["", ""];
  return ask(served, `mutation (${args}$id: ID!) { ${name}(${key}: $id${values}) { ${fields} } }`, {
    token: person.token,
    variables: { id, mentions: [], ...words },
  });
}

async function raised(person: TestPerson, thread: Record<string, unknown> = {}) {
  const { data, codes } = await raise(person, thread);
  expect(codes).toEqual([]);
  return data.addThread;
}

async function toldOf(threadId: string): Promise<string[]> {
  const rows = await served.database
    .getRepository(Notification)
    .find({ where: { threadId }, relations: { user: true } });
  return rows.map(({ kind, user }) => `${kind} ${user.name}`).sort();
}

const count = () => served.database.getRepository(CommentThread).count();

describe("a thread", () => {
  it("keeps the words that it is on, and tells who is named", async () => {
    const thread = await raised(editor, { anchor, mentions: [auditor.id], text: "  Chi? @Andrea  " });
    expect(thread).toMatchObject({
      kind: "QUESTION",
      state: "OPEN",
      quote: "Provincia",
      awaitingReply: true,
      anchor,
      by: { name: "Elena", bodyName: "Alfa sul Serchio", role: "EDITOR" },
      comments: [{ text: "Chi? @Andrea", by: { name: "Elena" }, mentions: [{ name: "Andrea" }] }],
    });
    expect(await toldOf(thread.id)).toEqual(["MENTION Andrea"]);
  });

  it("on the whole section has no words", async () => {
    expect(await raised(editor)).toMatchObject({ anchor: null, quote: null });
  });

  it.each([
    ["no Base64", { start: "«»" }, "anchor.start"],
    ["bytes that are no position", { end: "AP///w==" }, "anchor.end"],
    ["the end of a text", { start: Buffer.from([1, 1, 97]).toString("base64") }, "anchor.start"],
    ["a mile of bytes", { start: "A".repeat(10_000) }, "anchor.start"],
    ["no words", { quote: "  " }, "anchor.quote"],
    ["too many words", { quote: "a".repeat(2_001) }, "anchor.quote"],
    ["the letter zero", { quote: "a\0b" }, "anchor.quote"],
  ])("on %s is refused, and nothing is kept", async (_, wrong, field) => {
    const before = await count();
    const { codes, errors } = await raise(editor, { anchor: { ...anchor, ...wrong } });
    expect(codes).toEqual(["BAD_INPUT"]);
    expect(errors[0]!.extensions.details).toMatchObject({ field });
    expect(await count()).toBe(before);
  });

  it("on letters that this text has not is kept with its quote: they may be on their way, or gone", async () => {
    const elsewhere = Buffer.from(
      Y.encodeRelativePosition(new Y.RelativePosition(null, null, Y.createID(99, 7))),
    );
    const position = elsewhere.toString("base64");
    const thread = await raised(editor, { anchor: { ...anchor, start: position, end: position } });
    expect(thread).toMatchObject({ quote: "Provincia", anchor: { start: position } });
  });

  it.each([
    ["empty", "  ", "MISSING"],
    ["too long", "a".repeat(8_001), "TOO_LONG"],
    ["of what cannot be seen", "ciao\u202e", "CONTROL_CHARACTERS"],
  ])("whose text is %s is refused", async (_, text, fault) => {
    const { codes, errors } = await raise(editor, { text });
    expect(codes).toEqual(["BAD_INPUT"]);
    expect(errors[0]!.extensions.details).toMatchObject({ field: "text", fault });
  });

  it("is plain text to the letter", async () => {
    const text = '<img src=x onerror="alert(1)"> [qui](javascript:alert(1))';
    expect((await raised(editor, { text })).comments[0]!.text).toBe(text);
  });

  it("[CO6] names nobody who cannot read the section, says whom, and keeps nothing", async () => {
    const before = await count();
    const { codes, errors } = await raise(editor, { mentions: [rtd.id, stranger.id] });
    expect(codes).toEqual(["MENTION_WITHOUT_ACCESS"]);
    expect(errors[0]!.message).toContain("Lontana");
    expect(errors[0]!.message).not.toContain("Rita");
    const nobody = await raise(editor, { mentions: ["x"] });
    expect(nobody.errors[0]!.extensions.details).toMatchObject({ field: "mentions", fault: "NOBODY" });
    expect(await count()).toBe(before);
  });

  it("of a proposal is one of this section, and stands in its discussion alone", async () => {
    expect((await raise(editor, { proposalId: world.sections.alfaDraft })).codes).toEqual(["NOT_FOUND"]);
    const { id: proposalId } = await served.database.getRepository(Proposal).save({
      sectionId: world.sections.alfaDraft,
      number: 1,
      title: "Fonti",
      reason: "",
      byUserId: editor.id,
      bodyId: world.bodies.alfa,
    });
    await raised(editor, { proposalId, text: "Quale fonte?" });
    const query = `query ($id: ID!, $proposalId: ID) {
      section(id: $id) { comments(proposalId: $proposalId) { comments { text } } } }`;
    const wordsOf = async (about: string | null) => {
      const variables = { id: world.sections.alfaDraft, proposalId: about };
      const { body } = await ask(served, query, { token: editor.token, variables });
      return body;
    };
    expect(await wordsOf(proposalId)).toContain("Quale fonte?");
    expect(await wordsOf(null)).not.toContain("Quale fonte?");
  });
});

describe("a finding", () => {
  it("[CO1] is an auditor's, is told to who writes the section, and stands in the register", async () => {
    expect((await raise(editor, { kind: "FINDING" })).codes).toEqual(["ONLY_AUDITORS"]);
    const finding = await raised(auditor, { kind: "FINDING", mentions: [rtd.id] });
    expect(await toldOf(finding.id)).toEqual(["FINDING Elena", "MENTION Rita"]);
    const events = await served.database.getRepository(AuditEvent).findBy({ chain: world.bodies.alfa });
    expect(events.at(-1)).toMatchObject({ action: "finding.raise", subject: { thread: finding.id } });
  });

  it("[CO5] awaits a reply, gets it, and is told to its auditor", async () => {
    const finding = await raised(auditor, { kind: "FINDING" });
    expect(finding.awaitingReply).toBe(true);
    const { data } = await act(editor, "reply", finding.id, { text: "Corretto." });
    expect(data.reply.awaitingReply).toBe(false);
    expect(await toldOf(finding.id)).toEqual(["FINDING Elena", "FINDING Rita", "REPLY Andrea"]);
    expect((await act(auditor, "reply", finding.id, { text: "Non basta." })).data.reply.awaitingReply).toBe(
      true,
    );
  });

  it("[CO2] is closed by its auditor or the successor, and not by the body", async () => {
    const finding = await raised(auditor, { kind: "FINDING" });
    expect((await act(editor, "resolveThread", finding.id)).codes).toEqual(["FINDING_OF_OTHERS"]);
    const { data } = await act(successor, "resolveThread", finding.id);
    expect(data.resolveThread).toMatchObject({ state: "RESOLVED", resolvedBy: { name: "Bruna" } });
    expect((await act(rtd, "reopenThread", finding.id)).codes).toEqual(["FINDING_OF_OTHERS"]);
    expect((await act(auditor, "reopenThread", finding.id)).data.reopenThread.resolvedBy).toBeNull();
  });
});

describe("two at once", () => {
  it("resolve a thread: one has done it, the other reads who, and nothing is doubled", async () => {
    const thread = await raised(auditor, { kind: "FINDING" });
    const both = await Promise.all([auditor, successor].map((one) => act(one, "resolveThread", thread.id)));
    const names = both.map(({ data }) => data.resolveThread.resolvedBy?.name);
    expect(names[0]).toBe(names[1]);
    expect(["Andrea", "Bruna"]).toContain(names[0]);
    const events = await served.database.getRepository(AuditEvent).findBy({ action: "finding.resolve" });
    expect(events.filter(({ subject }) => (subject as { thread: string }).thread === thread.id)).toHaveLength(
      1,
    );
  });

  it("answer what is being resolved: the answer stands before it, or is refused", async () => {
    const thread = await raised(editor);
    const [answer, resolved] = await Promise.all([
      act(rtd, "reply", thread.id, { text: "Ecco." }),
      act(auditor, "resolveThread", thread.id),
    ]);
    expect(resolved.codes).toEqual([]);
    const comments = await served.database.getRepository(Comment).countBy({ threadId: thread.id });
    expect([answer.codes, comments]).toEqual(answer.codes.length === 0 ? [[], 2] : [["THREAD_RESOLVED"], 1]);
  });
});

describe("[CO3] a comment", () => {
  it("is changed by its author, who is told apart from others, and what stood there is kept", async () => {
    const thread = await raised(editor);
    const { id } = thread.comments[0]!;
    expect((await act(rtd, "editComment", id, { text: "Altro." })).codes).toEqual(["NOT_YOUR_COMMENT"]);
    const { data } = await act(editor, "editComment", id, { text: "Per quale motivo?", mentions: [rtd.id] });
    expect(data.editComment.comments).toMatchObject([
      { text: "Per quale motivo?", editedAt: expect.any(String), mentions: [{ name: "Rita" }] },
    ]);
    const kept = await served.database.getRepository(CommentRevision).findBy({ commentId: id });
    expect(kept.map(({ text }) => text)).toEqual(["Perché?"]);
    expect(await toldOf(thread.id)).toEqual(["MENTION Rita"]);
  });

  it("is deleted: its place stays, its words are nobody's to read any more, and are kept", async () => {
    const { comments } = await raised(editor, { text: "Parole da togliere" });
    const { id } = comments[0]!;
    expect((await act(rtd, "deleteComment", id)).codes).toEqual(["NOT_YOUR_COMMENT"]);
    const { data, body } = await act(editor, "deleteComment", id);
    expect(data.deleteComment.comments).toMatchObject([{ text: "", deletedAt: expect.any(String) }]);
    expect(body).not.toContain("Parole da togliere");
    expect((await act(editor, "editComment", id, { text: "Di nuovo" })).codes).toEqual(["NOT_IN_THIS_STATE"]);
    const [kept] = await served.database.getRepository(CommentRevision).findBy({ commentId: id });
    expect(kept!.text).toBe("Parole da togliere");
  });

  it("[CO4] stands as it is once its thread is resolved", async () => {
    const thread = await raised(editor);
    await act(rtd, "resolveThread", thread.id);
    const { id } = thread.comments[0]!;
    expect((await act(editor, "editComment", id, { text: "Altro." })).codes).toEqual(["THREAD_RESOLVED"]);
    expect((await act(editor, "reply", thread.id, { text: "Altro." })).codes).toEqual(["THREAD_RESOLVED"]);
  });
});

it("the threads of a section are asked for by state, kind and person", async () => {
  const sectionId = world.sections.betaDraft;
  const writer = await makePerson(served.database, "Bice", [{ bodyId: world.bodies.beta, role: "EDITOR" }]);
  const other = await makePerson(served.database, "Berto", [{ bodyId: world.bodies.beta, role: "RTD" }]);
  const first = await raised(writer, { sectionId, text: "uno" });
  const second = await raised(other, { sectionId, kind: "OBSERVATION", text: "due" });
  await act(writer, "reply", second.id, { text: "tre" });
  await act(other, "resolveThread", first.id);
  const listed = async (args: string) => {
    const query = `query ($id: ID!) { section(id: $id) { comments${args} { comments { text } } } }`;
    const { data } = await ask(served, query, { token: writer.token, variables: { id: sectionId } });
    return data.section.comments.map(({ comments }) => comments[0]!.text);
  };
  expect(await listed("")).toEqual(["uno", "due"]);
  expect(await listed("(state: OPEN)")).toEqual(["due"]);
  expect(await listed("(kind: QUESTION)")).toEqual(["uno"]);
  expect(await listed(`(personId: "${writer.id}")`)).toEqual(["uno", "due"]);
  expect(await listed(`(personId: "${other.id}", state: RESOLVED)`)).toEqual([]);
});

it("whom one may mention are the people who can read the section, by a part of their name", async () => {
  const search = async (words: string) => {
    const query =
      "query ($id: ID!, $search: String!) { mentionable(sectionId: $id, search: $search) { name bodyName role } }";
    const variables = { id: world.sections.alfaDraft, search: words };
    const { data, codes } = await ask(served, query, { token: editor.token, variables });
    expect(codes).toEqual([]);
    return data.mentionable.map(({ name }) => name);
  };
  expect(await search("ANDR")).toEqual(["Andrea"]);
  expect(await search("lontana")).toEqual([]);
  expect(await search("")).toEqual(["Andrea", "Bruna", "Elena", "Rita"]);
  for (const odd of ["%", "_", "'", "\\", "\u0000"]) expect(await search(odd)).toEqual([]);
});

describe("who has the section open", () => {
  const changed = `subscription ($id: ID!) { commentsChanged(sectionId: $id) { thread { id state comments { text } } } }`;
  async function listenFor(person: TestPerson) {
    client = connect(served, person.token);
    const listening = listen(client, changed, { id: world.sections.alfaDraft });
    expect((await listening.next()).data.commentsChanged.thread).toBeNull();
    return listening;
  }

  it("hears of each comment live, as soon as it is kept", async () => {
    const listening = await listenFor(editor);
    const thread = await raised(auditor);
    await act(rtd, "reply", thread.id, { text: "Ecco." });
    await act(auditor, "resolveThread", thread.id);
    await expect
      .poll(() => listening.events.map(({ data }) => data.commentsChanged.thread))
      .toContainEqual({
        id: thread.id,
        state: "RESOLVED",
        comments: [{ text: "Perché?" }, { text: "Ecco." }],
      });
  });

  it("[T05] hears nothing more once they may not read it", async () => {
    const leaving = await makePerson(served.database, "Uscente", [
      { bodyId: world.bodies.alfa, role: "EDITOR" },
    ]);
    const listening = await listenFor(leaving);
    await served.database.getRepository(Membership).delete({ userId: leaving.id });
    expect(await within(5_000, listening.end)).toEqual({ kind: "refused", codes: ["NOT_FOUND"] });
    const heard = listening.events.length;
    await raised(auditor);
    expect(listening.events).toHaveLength(heard);
  });
});
