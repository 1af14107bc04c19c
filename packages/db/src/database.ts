import "reflect-metadata";
import { DataSource } from "typeorm";
import { entities } from "./entities.ts";
import { migrateJobs } from "./jobs/migrate-jobs.ts";
import { migrations } from "./migrations/index.ts";
import { poolOf } from "./pool-of.ts";
import { SnakeNaming } from "./snake-naming.ts";

export interface DatabaseOptions {
  /** Connections of the pool at most. */
  readonly poolSize?: number;
  /** Receives each statement's text, without its parameters: they may be personal data. */
  readonly onStatement?: (sql: string) => void;
}

/** Connects to a PostgreSQL 15 or later. Throws when it cannot be reached. */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<DataSource> {
  const { poolSize = 16, onStatement } = options;
  const database = new DataSource({
    type: "postgres",
    url,
    entities,
    migrations,
    migrationsTransactionMode: "all",
    namingStrategy: new SnakeNaming(),
    // `migrate` and `initialize` never change the schema by themselves.
    synchronize: false,
    installExtensions: false,
    uuidExtension: "pgcrypto",
    poolSize,
    connectTimeoutMS: 5_000,
    extra: {
      application_name: "upiao",
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
    },
    ...(onStatement
      ? { logging: ["query"], logger: new StatementListener(onStatement) }
      : { logging: false }),
  });
  await database.initialize();
  hearEveryClient(database);
  return database;
}

/** Between being handed out and being listened to, or in the same breath as its last answer, a connection may say that it
 *  is cut: heard by nobody, that ends the process. Whoever uses it is told by its next statement. */
function hearEveryClient(database: DataSource): void {
  const hear = () => {};
  poolOf(database).on("acquire", (client) => {
    if (!client.listeners("error").includes(hear)) client.on("error", hear);
  });
}

/** Brings the schema up to date. Two servers that start at once wait for each other. */
export async function migrate(database: DataSource): Promise<void> {
  const lock = database.createQueryRunner();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('upiao migrations'))");
    await database.runMigrations();
    await migrateJobs(database);
  } finally {
    await lock.query("SELECT pg_advisory_unlock(hashtext('upiao migrations'))");
    await lock.release();
  }
}

class StatementListener {
  constructor(private readonly onStatement: (sql: string) => void) {}
  logQuery(sql: string): void {
    this.onStatement(sql);
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
