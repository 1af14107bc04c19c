import type { LogReading } from "@upiao/db";
import { fragmentName } from "@upiao/document";
import * as Y from "yjs";

/** The text of a section as its log has it; of one in which nobody has written, an empty one. To be
 *  destroyed. */
export function openText(log: LogReading | undefined): Y.Doc {
  const doc = new Y.Doc();
  if (!log) return doc;
  doc.transact(() => {
    if (log.snapshot) Y.applyUpdate(doc, log.snapshot);
    for (const { updates } of log.batches) for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
  });
  return doc;
}

export function fragmentOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(fragmentName);
}

/** A text that was kept as one update. To be destroyed. */
export function openBytes(bytes: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return doc;
}
