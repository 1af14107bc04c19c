import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Api, type ApiOptions, buildApi } from "@upiao/api";
import { type Bus, openPostgresBus } from "@upiao/bus";
import { catalogue, planTemplate } from "@upiao/catalog";
import { openDatabase } from "@upiao/db";
import { LoginDesk } from "@upiao/identity";
import { createTestDatabase } from "@upiao/test";
import express from "express";
import type { DataSource } from "typeorm";

/** A line that the API wrote to its log. */
export interface LogLine {
  readonly level: "error" | "warn";
  readonly details: object;
  readonly sentence: string;
}

/** The GraphQL door on a real HTTP server, with a database of its own. */
export interface Served {
  readonly url: string;
  readonly databaseUrl: string;
  readonly database: DataSource;
  readonly bus: Bus;
  readonly api: Api;
  readonly log: LogLine[];
  /** Statements sent since the list was last emptied. */
  readonly statements: string[];
  /** Answers NOT_FOUND so far. */
  readonly notFound: { count: number };
  close(): Promise<void>;
}

/** `route` may put something between the API and its database. */
export async function serve(
  changes: Partial<ApiOptions> = {},
  route: (databaseUrl: string) => Promise<string> = async (url) => url,
): Promise<Served> {
  const statements: string[] = [];
  const log: LogLine[] = [];
  const notFound = { count: 0 };
  const test = await createTestDatabase();
  const database = await openDatabase(await route(test.url), {
    poolSize: 8,
    onStatement: (sql) => void statements.push(sql),
  });
  const bus = await openPostgresBus(test.url, () => {});
  const api = await buildApi({
    database,
    bus,
    loginDesk: new LoginDesk(database),
    log: {
      error: (details, sentence) => void log.push({ level: "error", details, sentence }),
      warn: (details, sentence) => void log.push({ level: "warn", details, sentence }),
    },
    planTemplate: planTemplate(),
    catalogue: catalogue(),
    demoAccounts: [],
    keepsMail: true,
    introspection: false,
    secureCookies: false,
    allowedOrigins: [],
    onNotFound: () => void notFound.count++,
    ...changes,
  });
  const server = await listen(api);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    databaseUrl: test.url,
    database,
    bus,
    api,
    log,
    statements,
    notFound,
    async close() {
      await api.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await bus.close();
      if (database.isInitialized) await database.destroy();
      await test.drop();
    },
  };
}

async function listen(api: Api): Promise<Server> {
  const app = express();
  app.set("trust proxy", "loopback");
  app.use(api.middleware);
  const server = createServer(app);
  // On a busy machine a test pauses for longer than the usual five seconds, and its next request would meet a shut line.
  server.keepAliveTimeout = 120_000;
  server.on("upgrade", (request, socket, head) => api.handleUpgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
