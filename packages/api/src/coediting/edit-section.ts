import type { Growth } from "@upiao/bus";
import { appendWithin } from "@upiao/db";
import type { EntityManager } from "typeorm";
import * as Y from "yjs";
import { mostTriesToEdit } from "../limits.ts";
import { openBytes, openText } from "./open-text.ts";
import { readLog } from "./read-log.ts";

export interface SectionEdit {
  readonly sectionId: string;
  /** In whose name. */
  readonly userId: string;
  /** Changes the text; called again on a newer one where somebody was quicker. */
  readonly change: (doc: Y.Doc) => void;
  /** The text that the person saw, as one update. Without it, the text as it stands when this is written. With it, what others
   *  have written since is merged like any edit: what they typed where the change takes something away is handed back. */
  readonly seen?: Uint8Array;
}

/** Writes in a section as a person without a page does: on the text that the log has, under a client id of theirs, to the
 *  next place of the log. Answers what the log has grown by, to be told to the rooms once it is committed
 *  (`bus.grown(sectionId, growth)`), or null when there was nothing to change. The last thing in a transaction: whoever
 *  types in the section waits for the place until it ends. */
export async function editSection(tx: EntityManager, edit: SectionEdit): Promise<Growth | null> {
  const { sectionId, userId, change, seen } = edit;
  for (let tries = 0; tries < mostTriesToEdit; tries++) {
    const { log, reading } = await readLog(tx, sectionId);
    const { bytes, clientId, writes } = changesOf(seen ? openBytes(seen) : openText(reading), change);
    if (!bytes) return null;
    const seq = (reading?.seq ?? 0) + 1;
    const updates = [{ bytes, authorId: writes ? null : userId }];
    const claims = new Map(writes ? [[clientId, userId]] : []);
    const outcome = await appendWithin(tx, { sectionId, log, seq, updates, claims });
    if (outcome === "APPENDED") return { seq, updates };
  }
  throw new Error("others were always quicker to write");
}

interface Changes {
  readonly bytes: Uint8Array | null;
  readonly clientId: number;
  /** Whether it adds anything, and does not only take away. */
  readonly writes: boolean;
}

/** What the change says of itself: the pieces that it wrote and those that it saw go, as a page would send it. What Yjs
 *  would tell of the whole document names deletions that nobody has decided. */
function changesOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Changes {
  const sent: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => sent.push(update));
  doc.transact(() => change(doc));
  const clientId = doc.clientID;
  doc.destroy();
  if (sent.length === 0) return { bytes: null, clientId, writes: false };
  const bytes = sent.length === 1 ? sent[0]! : Y.mergeUpdates(sent);
  return { bytes, clientId, writes: Y.decodeUpdate(bytes).structs.length > 0 };
}
