import { existsSync } from "node:fs";
import { mkdtemp, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

// No request of its own: what a test sees on the network is the page's.
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

interface Candidate {
  readonly executable: string;
  /** Libraries that it brings along, for a machine that has not got them. */
  readonly libraries?: string;
}

/** A real Chromium: the one that UPIAO_CHROMIUM names, the one from npm, or an installed one. */
export async function launchBrowser(): Promise<Browser> {
  const complaints: string[] = [];
  for (const find of [named, packaged, ...installed.map((executable) => async () => ({ executable }))]) {
    try {
      const candidate = await find();
      if (candidate && existsSync(candidate.executable)) return await launch(candidate);
    } catch (error) {
      complaints.push((error as Error).message);
    }
  }
  throw new Error(
    "No Chromium runs on this machine. Install one (on Debian: apt install chromium) or name it with " +
      `UPIAO_CHROMIUM.\n${complaints.join("\n")}`,
  );
}

async function launch({ executable, libraries }: Candidate): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  const options = {
    executablePath: executable,
    // Root may not use the sandbox, and a container's /dev/shm is too small for a page.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", ...quiet],
  };
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (!libraries) throw error;
    const known = process.env.LD_LIBRARY_PATH;
    const paths = known ? `${libraries}:${known}` : libraries;
    return await chromium.launch({ ...options, env: { ...process.env, LD_LIBRARY_PATH: paths } });
  }
}

async function named(): Promise<Candidate | null> {
  const executable = process.env.UPIAO_CHROMIUM;
  if (executable && !existsSync(executable)) throw new Error(`UPIAO_CHROMIUM: there is no ${executable}`);
  return executable ? { executable } : null;
}

/** The package unpacks into the folder of temporary files and takes whatever is there: ours is of one version and
 *  one person, and appears complete or not at all. */
async function packaged(): Promise<Candidate | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = createRequire(import.meta.url)(path.join(path.dirname(entry), "../package.json"));
  const folder = path.join(tmpdir(), `upiao-chromium-${process.getuid?.()}-${version}`);
  if (!existsSync(folder)) await unpack(path.join(path.dirname(entry), "../bin"), folder);
  if ((await stat(folder)).uid !== process.getuid?.()) throw new Error(`${folder} is another person's`);
  return { executable: path.join(folder, "chromium"), libraries: path.join(folder, "al2023/lib") };
}

async function unpack(archives: string, folder: string): Promise<void> {
  const temporary = process.env.TMPDIR;
  const fresh = await mkdtemp(`${folder}.`);
  const { inflate } = await import("@sparticuz/chromium");
  try {
    process.env.TMPDIR = fresh;
    const names = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];
    await Promise.all(names.map((name) => inflate(path.join(archives, name))));
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
  await rename(fresh, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(fresh, { recursive: true, force: true });
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
}
