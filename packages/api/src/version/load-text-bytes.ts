import { setImmediate } from "node:timers/promises";
import { readLogs } from "@upiao/db";
import DataLoader from "dataloader";
import type { DataSource } from "typeorm";
import * as Y from "yjs";
import { openText } from "../coediting/open-text.ts";

/** The text of sections as one update each. Merged through a document, which forgets what was deleted: a log still has it. */
export function loadTextBytes(database: DataSource) {
  return new DataLoader<string, Uint8Array>(async (ids) => {
    const logs = await readLogs(database, ids);
    const texts: (Uint8Array | Error)[] = [];
    for (const id of ids) {
      const log = logs.get(id);
      if (log instanceof Error) texts.push(log);
      else {
        const doc = openText(log);
        texts.push(Y.encodeStateAsUpdate(doc));
        doc.destroy();
      }
      // Others' keystrokes pass through this thread.
      await setImmediate();
    }
    return texts;
  });
}
