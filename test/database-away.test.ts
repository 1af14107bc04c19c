import { mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type OpenSection, Program, startServer, type TestServer, until } from "@upiao/test";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

let folder: string;
let server: TestServer;
let lucca: Program;
let capannori: Program;
let section: string;
const opened: OpenSection[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "upiao-away-"));
  server = await startServer({ database: "embedded", env: { UPIAO_DATA: folder } });
  lucca = await Program.login(server.url, "redattore.lucca");
  capannori = await Program.login(server.url, "redattore.capannori");
  section = await lucca.sharedSection();
});

afterEach(() => {
  for (const open of opened.splice(0)) open.close();
});

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function open(program: Program): Promise<OpenSection> {
  const open = await program.open(section);
  opened.push(open);
  return open;
}

const isReady = async () => (await fetch(`${server.url}/health/ready`)).ok;
const words = (mark: string) => Array.from({ length: 40 }, (_, index) => `${mark}${index}`);

/** Types word by word, with a breath between them, as long as `work` goes on. */
async function typeDuring(open: OpenSection, mark: string, work: () => Promise<void>): Promise<void> {
  const text = open.write("");
  const typing = (async () => {
    for (const word of words(mark)) {
      text.insert(text.length, `${word} `);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await Promise.all([typing, work()]);
}

async function expectStoredOnce(...marks: string[]): Promise<void> {
  const all = marks.flatMap(words);
  await until(async () => {
    const stored = await lucca.plainText(section).catch(() => "");
    return all.every((word) => stored.includes(`${word} `));
  });
  const stored = await lucca.plainText(section);
  expect(all.filter((word) => stored.split(`${word} `).length !== 2)).toEqual([]);
  expect(stored.split("Perché una strategia comune")).toHaveLength(2);
}

describe("[T44] when the database goes away in the middle of typing", () => {
  it("[SY13] by cutting its connections, nothing is lost or doubled, and everybody goes on", async () => {
    const [one, other] = [await open(lucca), await open(capannori)];
    const address = await addressOfDatabase();
    const admin = new pg.Client({ connectionString: address });
    await admin.connect();
    const cut = async () => {
      for (let round = 0; round < 5; round++) {
        await admin.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()",
        );
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    };
    await Promise.all([typeDuring(one, "taglio-a", cut), typeDuring(other, "taglio-b", async () => {})]);
    await admin.end();
    await expectStoredOnce("taglio-a", "taglio-b");
    await until(() => one.text === other.text);
  });

  it("[SY12] by a kill -9 of PostgreSQL, it says that it is not there, lives on, and stores all when it is back", async () => {
    const [one, other] = [await open(lucca), await open(capannori)];
    const { pid } = server;
    const codes = new Set<string>();
    const kill = async () => {
      const [first] = (await readFile(path.join(folder, "cluster/postmaster.pid"), "utf8")).split("\n");
      // Without its settings it is not begun again before that was seen.
      const settings = path.join(folder, "cluster/postgresql.conf");
      await rename(settings, `${settings}.away`);
      process.kill(Number(first), "SIGKILL");
      await until(async () => !(await isReady()));
      const { errors } = await lucca.ask("{ sections { edges { node { id } } } }");
      for (const { extensions } of errors ?? []) codes.add(extensions.code);
      await rename(`${settings}.away`, settings);
      await until(isReady);
    };
    await Promise.all([typeDuring(one, "morte-a", kill), typeDuring(other, "morte-b", async () => {})]);
    await expectStoredOnce("morte-a", "morte-b");
    await until(() => one.text === other.text);
    expect([...codes]).toEqual(["UNAVAILABLE"]);
    expect([...one.closeCodes, ...other.closeCodes]).toEqual([]);
    expect(server.pid).toBe(pid);
    process.kill(pid, 0);
  });
});

async function addressOfDatabase(): Promise<string> {
  const port = (await readFile(path.join(folder, "cluster/postmaster.pid"), "utf8")).split("\n")[3];
  const password = await readFile(path.join(folder, "cluster/upiao.password"), "utf8");
  return `postgres://upiao:${password}@127.0.0.1:${port}/upiao`;
}
