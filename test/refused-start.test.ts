import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createTestDatabase, freePort, type TestDatabase } from "@upiao/test";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askDesk } from "./support/ask-desk.ts";

let build: string;
let database: TestDatabase;

beforeAll(async () => {
  build = await askDesk("POST", "/build");
  database = await createTestDatabase("empty");
});

afterAll(() => database?.drop());

/** What the server says and ends with when it cannot start. */
async function startWith(env: Record<string, string>): Promise<{ said: string; status: number | null }> {
  const server = spawn(process.execPath, [path.join(build, "server/main.js")], {
    env: { PATH: process.env.PATH, PORT: String(await freePort()), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding("utf8").on("data", (piece) => {
      said += piece;
    });
  }
  const patience = setTimeout(() => server.kill("SIGKILL"), 90_000);
  const [status] = await once(server, "close");
  clearTimeout(patience);
  return { said, status };
}

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

describe("a start that cannot succeed says in one line why, and ends with 1", () => {
  it("when nobody answers at the address of the database", async () => {
    const port = String(await freePort());
    const { said, status } = await startWith({
      DATABASE_URL: changed((url) => Object.assign(url, { port })),
    });
    expect(said).toMatch(/^✗ Nessun PostgreSQL risponde all'indirizzo di DATABASE_URL.*\n$/);
    expect(status).toBe(1);
  });

  it("when the password is wrong, and does not print it", async () => {
    const password = "parola-segretissima";
    const { said, status } = await startWith({
      DATABASE_URL: changed((url) => Object.assign(url, { password })),
    });
    expect(said).toMatch(/^✗ PostgreSQL rifiuta l'utente o la password di DATABASE_URL\.\n$/);
    expect(status).toBe(1);
  });

  it("when the database does not exist", async () => {
    const { said, status } = await startWith({
      DATABASE_URL: changed((url) => Object.assign(url, { pathname: "/non_ancora" })),
    });
    expect(said).toMatch(/^✗ La base di dati di DATABASE_URL non esiste.*\n$/);
    expect(status).toBe(1);
  });

  it("when its user may not create tables", async () => {
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query("CREATE ROLE senza_diritti LOGIN PASSWORD 'x'");
    try {
      const { said, status } = await startWith({
        DATABASE_URL: changed((url) => Object.assign(url, { username: "senza_diritti", password: "x" })),
      });
      expect(said).toMatch(/^✗ L'utente di DATABASE_URL non può creare tabelle.*\n$/);
      expect(status).toBe(1);
    } finally {
      await admin.query("DROP ROLE senza_diritti");
      await admin.end();
    }
  });

  it("[T39] when a setting is nonsense, by its name and without its value", async () => {
    const { said, status } = await startWith({ DATABASE_URL: "mysql://upiao:parola-segretissima@db/upiao" });
    expect(said).toMatch(/^✗ DATABASE_URL dev'essere .*\n$/);
    expect(said).not.toContain("segretissima");
    expect(status).toBe(1);
  });
});
