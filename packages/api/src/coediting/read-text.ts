import { type LogReading, readLogs } from "@upiao/db";
import { fragmentName } from "@upiao/document";
import type { DataSource, EntityManager } from "typeorm";
import * as Y from "yjs";

/** A text as a document. Whoever asks for it destroys it. */
export interface ReadText {
  readonly doc: Y.Doc;
  readonly text: Y.XmlFragment;
}

/** The text of a section as it stands in its log, and how far that goes. Throws when the log cannot be read. */
export async function readText(
  database: DataSource | EntityManager,
  sectionId: string,
): Promise<ReadText & { readonly seq: number }> {
  const log = (await readLogs(database, [sectionId])).get(sectionId);
  if (log instanceof Error) throw log;
  return { ...docOf(log), seq: log?.seq ?? 0 };
}

/** The text that a log holds; empty for a section in which nobody has written. */
export function docOf(log: LogReading | undefined): ReadText {
  const doc = new Y.Doc();
  if (log) {
    doc.transact(() => {
      if (log.snapshot) Y.applyUpdate(doc, log.snapshot);
      for (const { updates } of log.batches) for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
    });
  }
  return { doc, text: doc.getXmlFragment(fragmentName) };
}

/** A text that was kept as one update. */
export function docOfBytes(bytes: Uint8Array): ReadText {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return { doc, text: doc.getXmlFragment(fragmentName) };
}
