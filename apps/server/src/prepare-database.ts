import { bodiesOfItaly, fundingCalls, strategyEditions } from "@upiao/catalog";
import { loadBodies, loadFundingCalls, loadStrategy, migrate, openDatabase } from "@upiao/db";
import type { DataSource } from "typeorm";
import type { Config } from "./config.ts";
import { seedDemo } from "./demo/seed-demo.ts";
import { CannotStart } from "./postgres/index.ts";
import { postgresTooOld } from "./why-not-started.ts";

/** The oldest that its makers still mend; migrations and queries are tried on it. */
const oldestPostgres = 15;

/** Brings a database to what this version rests on: its tables, the bodies of Italy, the demonstration. Machines that
 *  start at once wait for each other. */
export async function prepareDatabase(
  { seed }: Pick<Config, "seed">,
  databaseUrl: string,
  say: (line: string) => void,
): Promise<void> {
  const database = await openDatabase(databaseUrl);
  try {
    await requireVersion(database);
    await migrate(database);
    const changed = await loadBodies(database, bodiesOfItaly());
    say(changed > 0 ? `Anagrafe degli enti: ${changed} caricati` : "Anagrafe degli enti: aggiornata");
    const editions = await loadStrategy(database, strategyEditions());
    if (editions > 0) say(`Piano triennale: edizioni caricate: ${editions}`);
    const calls = await loadFundingCalls(database, fundingCalls());
    if (calls > 0) say(`Avvisi di finanziamento: ${calls} caricati`);
    if (seed === "demo") await seedDemo(database, say);
  } finally {
    await database.destroy();
  }
}

async function requireVersion(database: DataSource): Promise<void> {
  const [{ server_version_num: found }] = await database.query("SHOW server_version_num");
  if (Number(found) < oldestPostgres * 10_000) throw new CannotStart(postgresTooOld(found, oldestPostgres));
}
