import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createTestDatabase, startServer } from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askDesk } from "./support/ask-desk.ts";
import { root } from "./support/read-repository.ts";

const secret = "quattro parole messe in fila";
let build: string;

beforeAll(async () => {
  build = await askDesk("POST", "/build");
});

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** The command as it runs in the image: a program of the build, with the password from a pipe. */
function run(env: Record<string, string>, args: readonly string[], piped = `${secret}\n`): Promise<Ended> {
  return runProgram(path.join(build, "server/first-admin.js"), env, args, piped);
}

function runProgram(
  program: string,
  env: Record<string, string>,
  args: readonly string[],
  piped: string,
): Promise<Ended> {
  return new Promise((resolve) => {
    const settings = { PATH: process.env.PATH, ...env };
    const child = execFile(
      process.execPath,
      [program, ...args],
      { env: settings, cwd: root },
      (error, out, err) => resolve({ status: Number(error?.code ?? 0), out, err }),
    );
    child.stdin!.end(piped);
  });
}

async function signIn(url: string, email: string): Promise<unknown> {
  const query = "mutation ($e: String!, $p: String!) { login(email: $e, password: $p) { user { name } } }";
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { e: email, p: secret } }),
  });
  return ((await response.json()) as { data: { login: unknown } | null }).data?.login;
}

describe("the first administrator, on a database that is empty", () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  const on = () => ({ DATABASE_URL: database.url });
  beforeAll(async () => {
    database = await createTestDatabase("empty");
  });
  afterAll(() => database.drop());

  it("is added before the platform has ever started, and each refusal has its sentence and number", async () => {
    const added = await run(on(), ["p_lu", "ada@upiao.example", "Ada Prima"]);
    expect(added).toEqual({
      status: 0,
      out: "✓ ada@upiao.example è ora amministratore dell'ente «Provincia di Lucca» e può accedere.\n",
      err: "",
    });
    const refusals: [number, RegExp, string[], string?, Record<string, string>?][] = [
      [22, /^✗ Questa persona è già amministratore/, ["046", "ada@upiao.example", "Ada"]],
      [21, /^✗ L'ente «Provincia di Lucca» ha già un amministratore/, ["046", "bice@upiao.example", "Bice"]],
      [20, /^✗ Nessun ente.* 046999\.\n$/, ["046999", "bice@upiao.example", "Bice"]],
      [
        24,
        /^✗ La password deve avere almeno 10 caratteri\.\n$/,
        ["b648", "bice@upiao.example", "B"],
        "corta",
      ],
      [25, /^✗ Il dato «email» non è valido/, ["b648", "bice", "Bice"]],
      [1, /^✗ PORT dev'essere/, ["b648", "bice@upiao.example", "Bice"], "", { PORT: "x" }],
      [2, /^✗ Uso: /, ["b648", "bice@upiao.example", "Bice", secret]],
    ];
    await Promise.all(
      refusals.map(async ([status, sentence, args, piped, env]) => {
        const refused = await run({ ...on(), ...env }, args, piped);
        expect(refused, args.join(" ")).toMatchObject({
          status,
          out: "",
          err: expect.stringMatching(sentence),
        });
        expect(refused.err).not.toContain(secret);
      }),
    );
  });
});

describe("with the embedded PostgreSQL", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "upiao-first-admin-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("is added from the checkout before the platform starts, and beside it while it runs", async () => {
    const script = path.join(root, "apps/server/scripts/first-admin.mjs");
    const settings = { UPIAO_DATA: folder, UPIAO_BUILD_DIR: build };
    const args = ["p_lu", "ada@upiao.example", "Ada Prima"];
    expect(await runProgram(script, settings, args, secret)).toMatchObject({ status: 0, err: "" });

    const server = await startServer({
      database: "embedded",
      env: { UPIAO_DATA: folder, UPIAO_SEED: "none" },
    });
    try {
      expect(await signIn(server.url, "ada@upiao.example")).toEqual({ user: { name: "Ada Prima" } });
      const beside = await run({ UPIAO_DATA: folder }, ["b648", "bice@upiao.example", "Bice Seconda"]);
      expect(beside).toMatchObject({ status: 0, err: "" });
      expect(await signIn(server.url, "bice@upiao.example")).toEqual({ user: { name: "Bice Seconda" } });
      expect(server.log()).not.toContain(secret);
    } finally {
      await server.stop();
    }
  });
});
