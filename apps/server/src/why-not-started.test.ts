import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { openDatabase } from "@upiao/db";
import { createTestDatabase } from "@upiao/test";
import { expect, it } from "vitest";
import { whyNotStarted } from "./why-not-started.ts";

const sentence = /^La base di dati di DATABASE_URL non risponde o rifiuta l'accesso: .+$/;

/** What is said to the person at the terminal of a database that cannot be opened: one line, and no stack. */
async function saidOf(url: string): Promise<string> {
  const failure: unknown = await openDatabase(url).catch((error: unknown) => error);
  return whyNotStarted(failure);
}

it("a database that is not there, or not for us, is named in a sentence", async () => {
  const { url, drop } = await createTestDatabase("empty");
  expect(await saidOf(url.replace(/[^/]+$/, "unknown"))).toMatch(sentence);
  await drop();
  expect(await saidOf("postgres://127.0.0.1:1/upiao")).toMatch(sentence);
});

it("what hangs up instead of answering is no database, and named so", async () => {
  const other = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
  await once(other, "listening");
  expect(await saidOf(`postgres://127.0.0.1:${(other.address() as AddressInfo).port}/upiao`)).toMatch(
    sentence,
  );
  other.close();
});

it("an error that nobody has foreseen keeps its stack: it is for who mends it", () => {
  const error = new TypeError("surprise");
  expect(whyNotStarted(error)).toBe(error.stack);
});
