import { askDesk } from "./ask-desk.ts";
import { createTestDatabase, type TestDatabaseKind } from "./create-test-database.ts";
import { type ServerProcess, spawnServer } from "./spawn-server.ts";

export interface ServerOptions {
  /** The kind of its database, `demo` when not said; `embedded`: its own PostgreSQL under UPIAO_DATA. */
  readonly database?: TestDatabaseKind | "embedded";
  /** Another node, whose database it shares. */
  readonly beside?: TestServer;
  /** Settings beyond the ones of a test. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface TestServer {
  readonly url: string;
  /** Empty when the server has a PostgreSQL of its own. */
  readonly databaseUrl: string;
  /** The process that runs now. */
  readonly pid: number;
  /** All that every process of it wrote so far. */
  log(): string;
  /** Ends the process by the signal; the database stays. */
  kill(signal: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<void>;
  /** Starts it again on the same port and database, after `kill` or instead of it. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends it well and drops its database, if it is its own. */
  stop(): Promise<void>;
}

/** The real server, built from this checkout, on a free port and a database of its own. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const { database = "demo", beside, env = {} } = options;
  const build = await askDesk("POST", "/build");
  const own = database === "embedded" || beside ? null : await createTestDatabase(database);
  const databaseUrl = own?.url ?? beside?.databaseUrl ?? "";
  const settings = { ...(databaseUrl && { DATABASE_URL: databaseUrl }), UPIAO_SEED: "demo", ...env };

  let past = "";
  let running: ServerProcess | null = null;
  let current = await spawnServer(build, settings);
  running = current;
  const { port } = new URL(current.url);

  const kill = async (signal: "SIGTERM" | "SIGINT" | "SIGKILL") => {
    await running?.kill(signal);
    running = null;
  };
  return {
    url: current.url,
    databaseUrl,
    get pid() {
      return current.pid;
    },
    log: () => past + current.log(),
    kill,
    async restart(changes = {}) {
      await kill("SIGTERM");
      past += current.log();
      current = await spawnServer(build, { ...settings, ...changes, PORT: port });
      running = current;
    },
    async stop() {
      await kill("SIGTERM");
      await own?.drop();
    },
  };
}
