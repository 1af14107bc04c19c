import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buildApi } from "@upiao/api";
import { openPostgresBus } from "@upiao/bus";
import { openDatabase } from "@upiao/db";
import { LoginDesk } from "@upiao/identity";
import express from "express";

export interface BenchDoor {
  readonly statements: string[];
  ask(token: string, query: string, variables: Record<string, unknown>): Promise<AnsweredTerritory>;
  close(): Promise<void>;
}

export interface AnsweredTerritory {
  readonly bytes: number;
  readonly territoryOverview: {
    readonly bodies: number;
    readonly measuredBodies: number;
    readonly progress: number;
    readonly rows: readonly object[];
  };
}

/** The GraphQL door on a real HTTP server, on this database. */
export async function openDoor(databaseUrl: string): Promise<BenchDoor> {
  const statements: string[] = [];
  const database = await openDatabase(databaseUrl, { onStatement: (sql) => void statements.push(sql) });
  const bus = await openPostgresBus(databaseUrl, () => {});
  const api = await buildApi({
    ...{
      database,
      bus,
      loginDesk: new LoginDesk(database),
      planTemplate: { parts: [], placements: {} } as never,
      catalogue: {} as never,
    },
    log: {
      error: (details, sentence) =>
        void process.stderr.write(`${sentence} ${String((details as { error?: unknown }).error)}\n`),
      warn: () => {},
    },
    ...{ demoAccounts: [], keepsMail: false, introspection: false, secureCookies: false, allowedOrigins: [] },
  });
  const app = express();
  app.use(api.middleware);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return {
    statements,
    async ask(token, query, variables) {
      const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
      const response = await fetch(url, {
        method: "POST",
        headers,
        body: JSON.stringify({ query, operationName: "Territory", variables }),
      });
      const text = await response.text();
      const { data, errors } = JSON.parse(text) as {
        data: Omit<AnsweredTerritory, "bytes">;
        errors?: unknown;
      };
      if (errors) throw new Error(JSON.stringify(errors));
      return { ...data, bytes: text.length };
    },
    async close() {
      await api.stop();
      server.closeAllConnections();
      server.close();
      await bus.close();
      await database.destroy();
    },
  };
}
