import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { migrate, openDatabase } from "@upiao/db";
import { portalDoor } from "@upiao/portal";
import express from "express";
import { makeBody, publishForTest } from "../support/publish-for-test.ts";
import { startPostgres } from "../support/start-postgres.ts";
import { heading, textOf } from "../support/text-json.ts";

/** What a run of the readers found. */
interface Found {
  readonly answers: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly bytesEach: number;
  readonly statuses: Readonly<Record<string, number>>;
}

const { values } = parseArgs({
  options: {
    readers: { type: "string", default: "200" },
    seconds: { type: "string", default: "8" },
    pages: { type: "string", default: "100" },
  },
});
const say = (line: string) => process.stderr.write(`${line}\n`);
const words =
  "ente servizio valore anno misura territorio cittadino ufficio procedura spesa rete dato obiettivo sportello personale " +
  "formazione rischio controllo trasparenza impresa pratica tempo risultato indicatore Comune Provincia piano digitale";

const vocabulary = words.split(" ");
let seed = 1;

const folder = await mkdtemp(path.join(tmpdir(), "upiao-bench-portal-"));
const postgres = await startPostgres({ dataDir: folder, durable: false });
const database = await openDatabase(postgres.url);
const app = express();
app.use(
  portalDoor({
    ...{ database, site: () => "http://localhost" },
    onFault: (error) => void say(String(error)),
  }),
);
const server = createServer(app);
try {
  await migrate(database);
  const bodyId = await makeBody(database, { name: "Barga", istatCode: "046003", provinceSign: "LU" });
  // A printed page holds some 400 words.
  const page = (number: number) => [heading(`Pagina ${number}`), ...Array.from({ length: 8 }, () => say50())];
  const texts = Array.from({ length: 10 }, (_, part) => ({
    ...{ number: `2.${part + 1}`, title: `Parte ${part + 1}` },
    content: textOf(...Array.from({ length: Number(values.pages) / 10 }, (_, index) => page(index)).flat()),
  }));
  await publishForTest(database, { bodyId, texts });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pubblico/enti/046003/2026`;

  const began = performance.now();
  const first = await fetch(url);
  const html = await first.text();
  const firstMs = performance.now() - began;
  say(`${values.pages} pagine, ${Math.round(html.length / 1_000)} kB; ${values.readers} lettori`);
  const whole = await load(url);
  const known = await load(url, first.headers.get("etag")!);
  const ratio = known.perSecond / whole.perSecond;
  say(`interi: ${whole.perSecond}/s, p99 ${Math.round(whole.p99Ms)} ms`);
  say(`già noti: ${known.perSecond}/s, p99 ${Math.round(known.p99Ms)} ms; ${ratio.toFixed(2)} volte tanti`);
  process.stdout.write(`${JSON.stringify({ firstMs, htmlBytes: html.length, whole, known, ratio })}\n`);
} finally {
  server.closeAllConnections();
  server.close();
  await database.destroy();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Words of no order, so that they do not compress better than those of people; the same at each run. */
function say50(): string {
  return Array.from({ length: 50 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return vocabulary[seed % vocabulary.length]!;
  }).join(" ");
}

/** In a process of its own, which is not the server's time. */
async function load(url: string, etag?: string): Promise<Found> {
  const program = path.join(import.meta.dirname, "portal-load.js");
  const args = [program, url, values.readers, values.seconds, ...(etag ? [etag] : [])];
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
}
