import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { openDatabase } from "@upiao/db";
import { expect, it } from "vitest";
import { postgresTooOld, whyNotStarted } from "./why-not-started.ts";

it("what hangs up instead of answering is no PostgreSQL, and named so", async () => {
  const other = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
  await once(other, "listening");
  const url = `postgres://127.0.0.1:${(other.address() as AddressInfo).port}/upiao`;
  const failure: unknown = await openDatabase(url).catch((error: unknown) => error);
  expect(whyNotStarted(failure)).toMatch(/^Nessun PostgreSQL risponde/);
  other.close();
});

it("one that is too old is told with what it is and what is needed", () => {
  expect(postgresTooOld(140_012, 15)).toBe(
    "DATABASE_URL è di un PostgreSQL 14: ne serve uno dalla versione 15 in poi.",
  );
});

it("an error that nobody has foreseen keeps its stack: it is for who mends it", () => {
  const error = new TypeError("surprise");
  expect(whyNotStarted(error)).toBe(error.stack);
});
