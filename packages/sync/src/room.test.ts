import type { LoggedUpdate, NewBatch } from "@upiao/db";
import { fragmentName, markdownToUpdate, suggestionId } from "@upiao/document";
import { expect, it } from "vitest";
import * as Y from "yjs";
import type { Connection, Receipt } from "./connection.ts";
import { LogWriter } from "./log-writer.ts";
import { Room, type Submission } from "./room.ts";

const seed = markdownToUpdate("testo adottato", 7);
const reviewer = "silvia";

/** A log in which another node writes first, once; and a room of this node, with one who may only propose. */
function open(atOurPlace: Uint8Array) {
  const batches: { seq: number; updates: LoggedUpdate[] }[] = [
    { seq: 1, updates: [{ bytes: seed, authorId: null }] },
  ];
  let isFirst = true;
  const log = {
    append: async ([batch]: readonly NewBatch[]) => {
      const isBehind = isFirst;
      isFirst = false;
      const updates = isBehind ? [{ bytes: atOurPlace, authorId: null }] : batch!.updates;
      batches.push({ seq: batches.length + 1, updates: [...updates] });
      return [isBehind ? ("BEHIND" as const) : ("APPENDED" as const)];
    },
    readAfter: async (_log: number, seq: number) => ({
      seq: batches.length,
      snapshot: null,
      batches: batches.filter((batch) => batch.seq > seq),
    }),
  };
  const writer = new LogWriter<Submission>(
    log,
    () => {},
    () => {},
  );
  const ended: string[] = [];
  const connection = {
    viewer: { userId: reviewer },
    mayOnlyPropose: true,
    acknowledge: () => {},
    sendFrame: () => {},
    end: (closing: Error) => ended.push(closing.message),
  };
  const room = new Room(
    "s1",
    { log, writer, onBroken: (_room: Room, error: unknown) => Promise.reject(error) } as never,
    {
      log: 1,
      reading: { seq: 1, snapshot: null, batches: [...batches] },
      owners: new Map([[11, reviewer]]),
    } as never,
    { grown: () => {}, say: () => {}, close: () => {} } as never,
  );
  const submit = (bytes: Uint8Array) => {
    const receipt = { connection: connection as unknown as Connection, bytes: bytes.length, isAnswer: false };
    const open: Receipt = { ...receipt, isDurable: false, isPassedOver: false };
    room.submit(bytes, open);
    return open;
  };
  return { submit, writer, ended, batches };
}

/** What a client changes in the text after these updates. */
function change(updates: readonly Uint8Array[], client: number, work: (text: Y.XmlText) => void): Uint8Array {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  doc.clientID = client;
  let sent: Uint8Array | null = null;
  doc.on("update", (update: Uint8Array) => {
    sent = update;
  });
  doc.transact(() => work((doc.getXmlFragment(fragmentName).get(0) as Y.XmlElement).get(0) as Y.XmlText));
  return sent!;
}

const id = suggestionId({ proposalId: "p", client: 11, number: 1 });
const proposed = change([seed], 11, (text) => text.insert(5, " nuovo", { insertion: { id } }));
const withdrawn = change([seed, proposed], 11, (text) => text.delete(5, 6));
const accepted = change([seed, proposed], 22, (text) => text.format(5, 6, { insertion: null }));
const typed = change([seed, proposed], 22, (text) => text.insert(0, "altro "));

it("[SY43] a withdrawal of words that another node has adopted at its place is refused, and the words stay", async () => {
  const { submit, writer, ended, batches } = open(Y.mergeUpdates([proposed, accepted]));
  submit(proposed);
  submit(withdrawn);
  await writer.close();
  expect(ended).toEqual(["more than a proposal"]);
  const doc = new Y.Doc();
  for (const { updates } of batches) for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
  expect(doc.getXmlFragment(fragmentName).toString()).toContain("testo nuovo adottato");
});

it("[SY43] a proposal at whose place another node has written is judged again, and stored behind", async () => {
  const { submit, writer, ended, batches } = open(Y.mergeUpdates([proposed, typed]));
  submit(proposed);
  const receipt = submit(withdrawn);
  await writer.close();
  expect(ended).toEqual([]);
  expect(receipt.isDurable).toBe(true);
  expect(batches).toHaveLength(3);
});
