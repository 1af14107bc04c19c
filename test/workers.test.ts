import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort, type OpenSection, Program, startServer, type TestServer, until } from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const people = ["redattore.lucca", "redattore.capannori", "redattore.barga", "rtd.lucca"];

describe("two processes behind one port", () => {
  let folder: string;
  let server: TestServer;
  let section: string;
  let programs: Program[];
  let opened: OpenSection[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "upiao-workers-"));
    server = await startServer({
      database: "embedded",
      env: { UPIAO_DATA: folder, UPIAO_WORKERS: "2" },
    });
    programs = await Promise.all(people.map((address) => Program.login(server.url, address)));
    section = await programs[0]!.sharedSection();
    opened = await Promise.all([...programs, ...programs].map((program) => program.open(section)));
  });

  afterAll(async () => {
    for (const open of opened ?? []) open.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const workers = () =>
    [...server.log().matchAll(/"worker":(\d+),"msg":"a worker has started"/g)].map(([, pid]) => Number(pid));
  const figure = async (name: string) => {
    const figures = await (await fetch(`${server.url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\d+)$`, "m").exec(figures)?.[1]);
  };
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  function writeTogether(mark: string): void {
    for (const [who, open] of opened.entries()) {
      const text = open.write("");
      for (let index = 0; index < 20; index++) text.insert(text.length, `${mark}${who}w${index};`);
    }
  }
  /** All show, once, what each has written, and so does who comes later. */
  async function expectShown(mark: string): Promise<void> {
    const marks = opened.map((_, who) => `${mark}${who}w19;`);
    const isWhole = ({ text }: OpenSection) => marks.every((word) => text.split(word).length === 2);
    await until(() => opened.every((open) => isWhole(open) && open.text === opened[0]!.text));
    const late = await programs[0]!.open(section);
    await until(() => late.text === opened[0]!.text);
    late.close();
  }

  it("is said to be ready once, when both are", () => {
    expect(server.log().match(/^UPIAO ready/gm)).toHaveLength(1);
    expect(server.log().match(/Anagrafe degli enti/g)).toHaveLength(1);
    expect(workers()).toHaveLength(2);
  });

  it("show one text to all who are connected, and tell the figures of both together", async () => {
    writeTogether("insieme");
    await expectShown("insieme");
    await until(async () => (await figure("upiao_sync_connections")) === opened.length);
    expect(await figure("upiao_sync_sections")).toBe(2);
    expect(await figure("upiao_bus_connected")).toBe(1);
  });

  it("[T43] lose nothing when one of them is killed, which is started again", async () => {
    const [killed, left] = workers();
    writeTogether("durante");
    process.kill(killed!, "SIGKILL");
    const cut = () => opened.filter(({ closeCodes }) => closeCodes.length > 0).length;
    await until(() => cut() > 0);
    await until(() => workers().length === 3);
    await expectShown("durante");
    await expectShown("insieme");
    // The others had been with the one that lives.
    expect(cut()).toBeLessThan(opened.length);
    expect(isAlive(left!)).toBe(true);
    expect(server.log()).toContain(`"worker":${killed},"end":"SIGKILL","msg":"a worker has ended`);
    await until(async () => (await figure("upiao_sync_connections")) === opened.length);
  });

  it("end together with their PostgreSQL at SIGTERM, and tell everybody to come back", async () => {
    const postgres = Number.parseInt(await readFile(path.join(folder, "cluster/postmaster.pid"), "utf8"), 10);
    for (const { closeCodes } of opened) closeCodes.length = 0;
    const running = [...workers(), postgres, server.pid];
    await server.kill("SIGTERM");
    expect(running.filter(isAlive)).toEqual([]);
    await until(() => opened.every(({ closeCodes }) => closeCodes.length > 0));
    expect(new Set(opened.map(({ closeCodes }) => closeCodes[0]))).toEqual(new Set([1012]));
  });
});

it("processes that cannot open their port say so once, and end with what they had started", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "upiao-workers-"));
  const port = await freePort();
  const taken = createServer().listen(port, "127.0.0.1");
  const failed: Error = await startServer({
    database: "embedded",
    env: { UPIAO_DATA: folder, UPIAO_WORKERS: "2", UPIAO_SEED: "none", PORT: `${port}` },
  }).catch((error) => error);
  expect(failed.message.match(new RegExp(`✗ La porta ${port} è già usata`, "g"))).toHaveLength(1);
  await expect(readFile(path.join(folder, "cluster/postmaster.pid"))).rejects.toThrow("ENOENT");
  taken.close();
  await rm(folder, { recursive: true, force: true });
});
