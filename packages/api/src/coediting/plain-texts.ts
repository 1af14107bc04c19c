import { setImmediate } from "node:timers/promises";
import { type LogReading, readLogs } from "@upiao/db";
import { plainText } from "@upiao/document";
import type { DataSource, EntityManager } from "typeorm";
import { docOf } from "./read-text.ts";

/** The texts of sections, a line for each block, from their logs. An error for a log that cannot be read, so that it does
 *  not take the others with it. */
export async function plainTexts(
  database: DataSource | EntityManager,
  ids: readonly string[],
): Promise<Map<string, string | Error>> {
  const logs = await readLogs(database, ids);
  const texts = new Map<string, string | Error>();
  for (const id of ids) {
    texts.set(id, textOrFault(logs.get(id)));
    // Others' keystrokes pass through this thread: a hundred texts in one go would hold them up.
    await setImmediate();
  }
  return texts;
}

function textOrFault(log: LogReading | Error | undefined): string | Error {
  if (log === undefined || log instanceof Error) return log ?? "";
  try {
    const { doc, text } = docOf(log);
    const words = plainText(text);
    doc.destroy();
    return words;
  } catch (error) {
    return error instanceof Error ? error : new Error("a log cannot be read");
  }
}
