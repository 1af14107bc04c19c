import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Cluster } from "./cluster.ts";

/** What a server of PostgreSQL notes about itself in the directory that it serves. */
export interface PostmasterNote {
  readonly text: string;
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** Where the note is. */
export const noteFile = (cluster: Cluster): string => path.join(cluster.directory, "postmaster.pid");

/** The note, or null where no server runs and the last one ended well. */
export async function readNote(cluster: Cluster): Promise<PostmasterNote | null> {
  try {
    const text = await readFile(noteFile(cluster), "utf8");
    const lines = text.split("\n");
    return { text, pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? "starting" };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
