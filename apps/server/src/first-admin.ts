// The first administrator of a body, from the terminal: node first-admin.js <code> <address> "<name>"
import { addFirstAdmin, NoFirstAdmin } from "@upiao/api";
import { bodiesOfItaly } from "@upiao/catalog";
import { loadBodies, migrate, openDatabase } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import { readConfig } from "./config.ts";
import { exitCodes, Failure } from "./first-admin/failure.ts";
import { readPassword } from "./first-admin/read-password.ts";
import { obstacles, sentences } from "./first-admin/sentences.ts";
import { visitPostgres } from "./postgres/index.ts";
import { whyNotStarted } from "./why-not-started.ts";

try {
  process.stdout.write(`✓ ${await addFromTerminal(process.argv.slice(2))}\n`);
} catch (error) {
  const failure = failureOf(error);
  process.stderr.write(`✗ ${failure.message}\n`);
  process.exitCode = exitCodes[failure.why];
}

async function addFromTerminal(args: readonly string[]): Promise<string> {
  const [code, email, name, ...rest] = args;
  if (!code || !email || !name || rest.length > 0) throw new Failure("USAGE", sentences.usage);
  const { databaseUrl, dataDir } = readConfig(process.env);
  const postgres = databaseUrl === undefined ? await visitPostgres(dataDir) : null;
  try {
    return await add(databaseUrl ?? postgres!.url, { code, email, name });
  } finally {
    await postgres?.stop();
  }
}

async function add(
  databaseUrl: string,
  asked: { code: string; email: string; name: string },
): Promise<string> {
  const database = await openDatabase(databaseUrl);
  try {
    // Nobody need have started the platform before.
    await migrate(database);
    await loadBodies(database, bodiesOfItaly());
    const { bodyName, email, isNew } = await addFirstAdmin(database, asked, () =>
      readPassword(process.stdin, process.stderr),
    );
    return isNew ? sentences.added(bodyName, email) : sentences.addedKnown(bodyName, email);
  } finally {
    await database.destroy();
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof NoFirstAdmin) return new Failure(error.why, obstacles[error.why](error.of));
  if (error instanceof Refusal) {
    return new Failure(error.code === "BAD_INPUT" ? "INPUT" : "PASSWORD", error.message);
  }
  return new Failure("UNAVAILABLE", whyNotStarted(error));
}
