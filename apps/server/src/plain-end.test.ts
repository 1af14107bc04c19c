import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, beforeEach, expect, it } from "vitest";
import { plainEnd } from "./plain-end.ts";
import { securityHeaders } from "./security-headers.ts";

const faults: unknown[] = [];
let server: ReturnType<ReturnType<typeof express>["listen"]>;

beforeEach(async () => {
  const app = express();
  app.use(securityHeaders());
  app.get("/rotto", () => {
    throw new Error("in mezzo al codice");
  });
  app.use(plainEnd((error) => faults.push(error)));
  server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterEach(() => void server.close());

async function ask(path: string) {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return {
    status: answer.status,
    text: await answer.text(),
    policy: answer.headers.get("content-security-policy"),
  };
}

it("an error shows nothing of itself, keeps the headers, and is told to the log", async () => {
  const { status, text, policy } = await ask("/rotto");
  expect({ status, text }).toEqual({ status: 500, text: "500\n" });
  expect(policy).toContain("frame-ancestors 'none'");
  expect(faults).toEqual([new Error("in mezzo al codice")]);
});

it("an address that leads nowhere keeps the headers, too", async () => {
  const { status, policy } = await ask("/niente");
  expect(status).toBe(404);
  expect(policy).toContain("frame-ancestors 'none'");
});
