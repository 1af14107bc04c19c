import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Footing, footing, postgresAccount } from "./account.ts";
import { CannotStart } from "./cannot-start.ts";
import { createCluster, passwordFile } from "./create-cluster.ts";
import { findPrograms, type Programs } from "./programs.ts";
import { sentences } from "./sentences.ts";

/** A data directory of PostgreSQL and how its programs are run on it. */
export interface Cluster extends Footing {
  readonly directory: string;
  readonly programs: Programs;
  readonly logFile: string;
  /** False for tests: a power cut may lose everything. */
  readonly durable: boolean;
  readonly password: string;
}

/** Finds the data directory under `dataDir`, or creates it. */
export async function openCluster(dataDir: string, durable: boolean): Promise<Cluster> {
  const directory = path.resolve(dataDir, "cluster");
  const account = postgresAccount(directory);
  const programs = await findPrograms(account);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    if ((await versionOf(directory)) === null) await createCluster(directory, account, programs, durable);
    const found = await versionOf(directory);
    const ours = programs.version.split(".")[0]!;
    if (found !== ours) throw new CannotStart(sentences.otherMajor(directory, found ?? "?", ours));
    const password = await readFile(path.join(directory, passwordFile), "utf8");
    const logFile = path.resolve(dataDir, "postgres.log");
    return { directory, ...footing(directory, account), programs, logFile, durable, password };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EACCES" && code !== "EPERM") throw error;
    throw new CannotStart(sentences.folderOfAnotherPerson(path.resolve(dataDir)));
  }
}

async function versionOf(directory: string): Promise<string | null> {
  try {
    return (await readFile(path.join(directory, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
