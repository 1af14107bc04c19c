import type { Growth } from "@upiao/bus";
import { appendWithin } from "@upiao/db";
import type { EntityManager } from "typeorm";
import * as Y from "yjs";
import { openBytes, openText } from "./open-text.ts";
import { readLog } from "./read-log.ts";

export interface SectionEdit {
  readonly sectionId: string;
  /** In whose name. */
  readonly userId: string;
  readonly change: (doc: Y.Doc) => void;
  /** The text to be changed, as one update; without it, the text as the log has it now. */
  readonly seen?: Uint8Array;
}

/** Writes in a section as a person without a page does: under a client id of theirs, to the next place of the log. What
 *  others write between the reading and the writing merges with it as with any edit. Answers what the log has grown by, to be
 *  told to the rooms once it is committed (`bus.grown(sectionId, growth)`), or null when there was nothing to change. The
 *  last thing in a transaction: whoever types in the section waits until it ends. */
export async function editSection(tx: EntityManager, edit: SectionEdit): Promise<Growth | null> {
  const { sectionId, userId, change, seen } = edit;
  const { log, reading } = await readLog(tx, sectionId);
  const doc = seen ? openBytes(seen) : openText(reading);
  const { clientID } = doc;
  const bytes = changesOf(doc, change);
  doc.destroy();
  if (!bytes) return null;
  // Who only takes away writes under no client id, and has to be named.
  const writes = Y.decodeUpdate(bytes).structs.length > 0;
  const updates = [{ bytes, authorId: writes ? null : userId }];
  const claims = new Map(writes ? [[clientID, userId]] : []);
  const seq = await appendWithin(tx, { sectionId, log, updates, claims });
  if (typeof seq !== "number") throw new Error("a client id drawn by lot was somebody else's");
  return { seq, updates };
}

/** What the change says of itself: the pieces that it wrote and those that it saw go, as a page would send it. What Yjs
 *  would tell of the whole document names deletions that nobody has decided. */
function changesOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array | null {
  const sent: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => sent.push(update));
  doc.transact(() => change(doc));
  if (sent.length === 0) return null;
  return sent.length === 1 ? sent[0]! : Y.mergeUpdates(sent);
}
