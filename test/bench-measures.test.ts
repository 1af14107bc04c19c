import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { startServer, type TestServer } from "@upiao/test";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.stop());

// So many that its sheet has more than the half megabyte from which libraries want workers of their own.
it("the bench of a spreadsheet imports all of its values, in a browser", async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      "test/bench/run.mjs",
      "measures",
      "--values",
      process.env.UPIAO_BENCH_VALUES ?? "6000",
      "--url",
      server.url,
    ],
    { env: { ...process.env, DATABASE_URL: server.databaseUrl } },
  );
  if (process.env.UPIAO_BENCH_VALUES) process.stderr.write(stdout);
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT count(*)::int AS count FROM measurement");
    expect(rows[0].count).toBe(JSON.parse(stdout).values);
  } finally {
    await client.end();
  }
});
