import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { freePort } from "@upiao/test";
import { expect, it } from "vitest";
import { root } from "./support/read-repository.ts";

// A changed file is not tried here: it would be one of this checkout, which other tests are building.
it("the development server serves page and data at one address, and leaves nothing running when it ends", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "upiao-dev-"));
  const port = await freePort();
  const dev = spawn(process.execPath, [path.join(root, "apps/server/scripts/dev.mjs")], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: `${port}`, UPIAO_DATA: folder, UPIAO_SEED: "none" },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, to be rid of all of it if it does not end well.
    detached: true,
  });
  let running = true;
  // Its server writes on the same pipes: they are closed when both have ended.
  const ended = once(dev, "close").then(([status]) => {
    running = false;
    return status;
  });
  try {
    let said = "";
    for (const stream of [dev.stdout, dev.stderr]) {
      stream.on("data", (piece) => {
        said += stripVTControlCharacters(`${piece}`);
      });
    }
    await expect.poll(() => said).toContain("UPIAO ready");
    const [, url] = /Local:\s+(http:\S+?)\/?\s/.exec(said)!;
    expect(await (await fetch(`${url}/`)).text()).toContain("/@vite/client");
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ ready: true });
    const note = await readFile(path.join(folder, "cluster/postmaster.pid"), "utf8");

    dev.kill("SIGINT");
    await expect.poll(() => running).toBe(false);
    expect(await ended).toBe(0);
    await expect(fetch(`${url}/`)).rejects.toThrow();
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
    expect(() => process.kill(Number.parseInt(note, 10), 0)).toThrow("ESRCH");
  } finally {
    if (running) process.kill(-dev.pid!, "SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
});
