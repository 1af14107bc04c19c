import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { makePortalWorld } from "@upiao/test";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedPortal, servePortal } from "../../test/served-portal.ts";
import type { Portal } from "../portal.ts";
import { sitemapRoutes } from "./sitemap-routes.ts";
import { xml } from "./xml.ts";

let portal: ServedPortal;

beforeAll(async () => {
  portal = await servePortal();
  await makePortalWorld(portal.database);
});

afterAll(() => portal?.close());

const site = "https://piao.example";

describe("the feed of news", () => {
  it("has each publication at its address for good, the latest first", async () => {
    const feed = await portal.page("/pubblico/novita.atom");
    expect([...feed.matchAll(/<entry>\s*<id>([^<]+)/g)].map(([, id]) => id)).toEqual([
      `${site}/pubblico/enti/046003/2026/aggiornamento-1`,
      `${site}/pubblico/enti/050001/2026/originale`,
      `${site}/pubblico/enti/046003/2026/originale`,
    ]);
    expect(feed).toContain("<title>Comune di Barga: PIAO 2026-2028, Aggiornamento n. 1</title>");
    expect(feed).toContain("<updated>2026-06-01T09:00:00Z</updated>");
  });
});

describe("the sitemap", () => {
  it("has every page that is there for good, each once", async () => {
    expect(await portal.page("/sitemap.xml")).toContain(`<loc>${site}/pubblico/sitemap-1.xml</loc>`);
    const listed = [...(await portal.page("/pubblico/sitemap-1.xml")).matchAll(/<loc>([^<]+)/g)].map(
      ([, address]) => address!.slice(site.length),
    );
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toContain("/pubblico/enti/046003/2026/indicatori");
    for (const path of listed) expect((await fetch(portal.url + path)).status, path).toBe(200);
    expect((await fetch(`${portal.url}/pubblico/sitemap-2.xml`)).status).toBe(404);
    expect(await portal.page("/robots.txt")).toContain(`Sitemap: ${site}/sitemap.xml`);
  });

  it("goes on in a second part where the first is full", async () => {
    const app = express();
    app.use(sitemapRoutes({ database: portal.database, site: () => site } as Portal, 4));
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const read = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
      const count = ((await read("/sitemap.xml")).match(/<sitemap>/g) ?? []).length;
      const found: string[] = [];
      for (let part = 1; part <= count; part++) {
        const locations = [...(await read(`/pubblico/sitemap-${part}.xml`)).matchAll(/<loc>([^<]+)/g)];
        expect(locations.length).toBeLessThanOrEqual(4);
        found.push(...locations.map(([, address]) => address!));
      }
      expect(count).toBe(3);
      expect(new Set(found).size).toBe(11);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe("XML", () => {
  it("[T27] has text in its gaps, whatever it is", () => {
    expect(xml`<a b="${`"<&'>`}">${"\u0001\ud800"}${[xml`<c/>`, xml`<d/>`]}</a>`.text).toBe(
      '<a b="&quot;&lt;&amp;&apos;&gt;">\ufffd\ufffd<c/><d/></a>',
    );
  });
});
