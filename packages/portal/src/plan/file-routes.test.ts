import { createHash } from "node:crypto";
import type { AdoptedPlan } from "@upiao/document";
import { makePortalWorld, type PortalWorld } from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedPortal, servePortal } from "../../test/served-portal.ts";

let portal: ServedPortal;
let world: PortalWorld;
const barga = "/pubblico/enti/046003/2026";
const bytesAt = async (path: string) => Buffer.from(await (await fetch(portal.url + path)).arrayBuffer());

beforeAll(async () => {
  portal = await servePortal();
  world = await makePortalWorld(portal.database);
});

afterAll(() => portal?.close());

describe("what is downloaded of a plan", () => {
  it("[T41] is the canonical form byte by byte, and its hash is the one that the page shows", async () => {
    for (const [path, published] of [
      [barga, world.amended],
      [`${barga}/originale`, world.first],
    ] as const) {
      const bytes = await bytesAt(`${path}/piano.json`);
      expect(bytes.equals(published.bytes)).toBe(true);
      const hash = createHash("sha256").update(bytes).digest("hex");
      const page = await portal.page(path);
      expect(page).toContain(hash);
      const plan: AdoptedPlan = JSON.parse(bytes.toString());
      for (const part of plan.parts) expect(page).toContain(`${part.number} ${part.title}`);
    }
  });

  it("is each file as it was made, under a name of its own", async () => {
    const answer = await fetch(`${portal.url}${barga}/originale/piano.pdf`);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toBe('inline; filename="piao-046003-2026.pdf"');
    expect(await answer.text()).toBe("%PDF-1.7 piano");
  });

  it("is said to be in preparation where it was not made yet", async () => {
    const answer = await fetch(`${portal.url}${barga}/piano.pdf`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("in preparazione");
    expect((await fetch(`${portal.url}${barga}/piano.exe`)).status).toBe(404);
  });

  it("is the act, which no page of ours runs", async () => {
    const answer = await fetch(`${portal.url}${barga}/originale/atto`);
    const { headers } = answer;
    expect(await answer.text()).toBe("%PDF-1.7 delibera 4");
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename=/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("sandbox");
  });

  it("is kept for good where it can never be another, and asked for again where it can", async () => {
    const cache = async (path: string) => (await fetch(portal.url + path)).headers.get("cache-control");
    expect(await cache(`${barga}/originale/piano.json`)).toContain("immutable");
    expect(await cache(`${barga}/originale/atto`)).toContain("immutable");
    expect(await cache(`${barga}/piano.json`)).toBe("public, max-age=60, stale-while-revalidate=600");
  });

  it("is gone on with where the line broke off, and begun anew where it is another file", async () => {
    const path = `${portal.url}${barga}/originale/piano.json`;
    const { bytes } = world.first;
    const ask = (range: string, ifRange?: string) =>
      fetch(path, { headers: { range, ...(ifRange ? { "if-range": ifRange } : {}) } });
    const etag = (await fetch(path)).headers.get("etag")!;
    const rest = await ask("bytes=10-", etag);
    expect([rest.status, rest.headers.get("content-range")]).toEqual([
      206,
      `bytes 10-${bytes.length - 1}/${bytes.length}`,
    ]);
    expect(Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(10))).toBe(true);
    expect(await (await ask("bytes=0-3")).text()).toBe(bytes.toString("utf8", 0, 4));
    expect((await ask("bytes=10-", '"another"')).status).toBe(200);
    expect((await ask("bytes=0-3,5-6")).status).toBe(200);
    expect((await ask(`bytes=${bytes.length}-`)).status).toBe(416);
  });

  it("is not sent again to who has it, nor read", async () => {
    const path = `${portal.url}${barga}/piano.json`;
    const { headers } = await fetch(path);
    portal.statements.length = 0;
    const again = await fetch(path, { headers: { "if-none-match": headers.get("etag")! } });
    expect(again.status).toBe(304);
    expect(portal.statements).toHaveLength(1);
    const head = await fetch(path, { method: "HEAD" });
    expect(head.headers.get("content-length")).toBe(String(world.amended.bytes.length));
    expect(portal.statements).toHaveLength(2);
  });
});
