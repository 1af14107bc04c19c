import { setImmediate } from "node:timers/promises";
import { type LogReading, readLogs } from "@upiao/db";
import { plainText } from "@upiao/document";
import DataLoader from "dataloader";
import type { DataSource } from "typeorm";
import { fragmentOf, openText } from "../coediting/open-text.ts";

/** The text of sections, from their logs. */
export function loadTexts(database: DataSource) {
  return new DataLoader<string, string>(async (ids) => {
    const logs = await readLogs(database, ids);
    const texts: (string | Error)[] = [];
    for (const id of ids) {
      texts.push(readText(logs.get(id)));
      // Others' keystrokes pass through this thread: a hundred texts in one go would hold them up.
      await setImmediate();
    }
    return texts;
  });
}

/** An error for a log that cannot be read, so that it does not take the others with it. */
function readText(log: LogReading | Error | undefined): string | Error {
  if (log === undefined || log instanceof Error) return log ?? "";
  try {
    return textOf(log);
  } catch (error) {
    return error instanceof Error ? error : new Error("a log cannot be read");
  }
}

function textOf(log: LogReading): string {
  const doc = openText(log);
  const text = plainText(fragmentOf(doc));
  doc.destroy();
  return text;
}
