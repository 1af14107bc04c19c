import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openDatabase } from "@upiao/db";
import { portalDoor } from "@upiao/portal";
import { createTestDatabase } from "@upiao/test";
import express from "express";
import type { DataSource } from "typeorm";

export interface ServedPortal {
  readonly url: string;
  readonly database: DataSource;
  /** Statements sent since the list was last emptied. */
  readonly statements: string[];
  readonly faults: unknown[];
  /** The page at an address, which is there. */
  page(path: string, headers?: Record<string, string>): Promise<string>;
  close(): Promise<void>;
}

/** The portal on a real HTTP server, with a database of its own. */
export async function servePortal(): Promise<ServedPortal> {
  const statements: string[] = [];
  const faults: unknown[] = [];
  const test = await createTestDatabase();
  const database = await openDatabase(test.url, {
    poolSize: 8,
    onStatement: (sql) => void statements.push(sql),
  });
  const app = express();
  app.use(
    portalDoor({ database, site: () => "https://piao.example", onFault: (error) => void faults.push(error) }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, database, statements, faults },
    async page(path, headers = {}) {
      const answer = await fetch(url + path, { headers });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return answer.text();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.destroy();
      await test.drop();
    },
  };
}
