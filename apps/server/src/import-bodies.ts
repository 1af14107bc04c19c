// Brings the bodies to an edition of the registers, from the terminal: node import-bodies.js --istat <file> [--apply]
import { importBodies } from "@upiao/api";
import { bodiesOfItaly, readIpa, readIstat, readMergers } from "@upiao/catalog";
import { loadBodies, migrate, openDatabase } from "@upiao/db";
import { type BodyRegister, dayInItaly, type RegisterFault } from "@upiao/domain";
import { readConfig } from "./config.ts";
import { contentOf } from "./import-bodies/content-of.ts";
import { exitCodes, Failure } from "./import-bodies/failure.ts";
import { type Arguments, readArguments } from "./import-bodies/read-arguments.ts";
import { applied, nothingDone, nothingToDo, onlyShown, wordsOfFault } from "./import-bodies/sentences.ts";
import { atMost, showChanges } from "./import-bodies/show-changes.ts";
import { visitPostgres } from "./postgres/index.ts";
import { whyNotStarted } from "./why-not-started.ts";

try {
  process.stdout.write(`${await importFromTerminal(process.argv.slice(2))}\n`);
} catch (error) {
  const failure = error instanceof Failure ? error : new Failure("UNAVAILABLE", whyNotStarted(error));
  process.stderr.write(`✗ ${failure.message}\n`);
  process.exitCode = exitCodes[failure.why];
}

async function importFromTerminal(args: readonly string[]): Promise<string> {
  const asked = readArguments(args, dayInItaly(new Date()));
  const { databaseUrl, dataDir } = readConfig(process.env);
  // Before the database is touched: most of what can be wrong is in the files.
  const register = await readRegister(asked);
  const postgres = databaseUrl === undefined ? await visitPostgres(dataDir) : null;
  try {
    return await importInto(databaseUrl ?? postgres!.url, register, asked);
  } finally {
    await postgres?.stop();
  }
}

async function readRegister({ istat, ipa, mergers }: Arguments): Promise<BodyRegister> {
  const { comuni, areas, ...ofIstat } = readIstat(await contentOf(istat));
  const ofIpa = ipa === null ? { ipa: [], faults: [] } : readIpa(await contentOf(ipa));
  const ofMergers = mergers === null ? { mergers: [], faults: [] } : readMergers(await contentOf(mergers));
  refuse([...ofIstat.faults, ...ofIpa.faults, ...ofMergers.faults]);
  return { comuni, areas, ipa: ofIpa.ipa, mergers: ofMergers.mergers };
}

async function importInto(
  databaseUrl: string,
  register: BodyRegister,
  { day, apply, allowMany }: Arguments,
): Promise<string> {
  const database = await openDatabase(databaseUrl);
  try {
    // Nobody need have started the platform before.
    await migrate(database);
    await loadBodies(database, bodiesOfItaly());
    const { changes, faults } = await importBodies(database, { register, day, apply, allowMany });
    refuse(faults);
    if (changes.length === 0) return `✓ ${nothingToDo}`;
    return `${showChanges(changes)}\n\n${apply ? `✓ ${applied(day)}` : onlyShown}`;
  } finally {
    await database.destroy();
  }
}

function refuse(faults: readonly RegisterFault[]): void {
  if (faults.length === 0) return;
  throw new Failure("FAULTS", [nothingDone, ...atMost(faults.map(wordsOfFault))].join("\n"));
}
