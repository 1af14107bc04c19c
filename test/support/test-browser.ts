import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** A real Chromium: the one that comes by npm, or, where that does not run, one that is installed. */
export async function launchBrowser(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  const failures: unknown[] = [];
  for (const executable of [fromNpm, fromMachine]) {
    try {
      const executablePath = await executable();
      if (executablePath) return await chromium.launch({ executablePath, args });
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(
    failures,
    "no Chromium runs here: install one (apt-get install chromium), or name it in UPIAO_CHROMIUM",
  );
}

async function fromNpm(): Promise<string> {
  // It unpacks into the temporary folder and reuses what is there, also another user's or version's.
  const folder = path.join(tmpdir(), `upiao-chromium-153-${userInfo().uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  process.env.TMPDIR = folder;
  const { default: sparticuz } = await import("@sparticuz/chromium");
  return sparticuz.executablePath();
}

async function fromMachine(): Promise<string | undefined> {
  return process.env.UPIAO_CHROMIUM ?? installed.find((file) => existsSync(file));
}
