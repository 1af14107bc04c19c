import { setImmediate } from "node:timers/promises";
import { type LogReading, readLogs } from "@upiao/db";
import { plainText, suggestionsIn } from "@upiao/document";
import type { DataSource, EntityManager } from "typeorm";
import { fragmentOf, openText } from "./open-text.ts";

/** What is asked of a text that nobody has open. */
export interface TextReading {
  /** A line for each block. */
  readonly words: string;
  /** Tracked changes that nobody has decided. */
  readonly openSuggestions: number;
}

/** The texts of sections, from their logs. An error for a log that cannot be read, so that it does not take the others with
 *  it. */
export async function readTexts(
  database: DataSource | EntityManager,
  ids: readonly string[],
): Promise<Map<string, TextReading | Error>> {
  const logs = await readLogs(database, ids);
  const readings = new Map<string, TextReading | Error>();
  for (const id of ids) {
    readings.set(id, readingOrFault(logs.get(id)));
    // Others' keystrokes pass through this thread: a hundred texts in one go would hold them up.
    await setImmediate();
  }
  return readings;
}

function readingOrFault(log: LogReading | Error | undefined): TextReading | Error {
  if (log instanceof Error) return log;
  try {
    const doc = openText(log);
    const text = fragmentOf(doc);
    const reading = { words: plainText(text), openSuggestions: suggestionsIn(text).length };
    doc.destroy();
    return reading;
  } catch (error) {
    return error instanceof Error ? error : new Error("a log cannot be read");
  }
}
