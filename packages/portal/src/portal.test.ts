import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { makePortalWorld, type PortalWorld, publishForTest, textOf } from "@upiao/test";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedPortal, servePortal } from "../test/served-portal.ts";
import { PageDesk } from "./answer/page-desk.tsx";
import { frontRoutes } from "./front/front-routes.tsx";
import type { Portal } from "./portal.ts";

let portal: ServedPortal;
let world: PortalWorld;
const barga = "/pubblico/enti/046003/2026";
const alfa = "/pubblico/enti/050001/2026";

const pages = [
  ...[
    "/pubblico",
    "/pubblico/cerca",
    "/pubblico/cerca?q=segreto",
    "/pubblico/cerca?ente=alfa&versioni=tutte",
  ],
  ...["/pubblico/enti/046003", "/pubblico/enti/050001", "/pubblico/enti/050002", "/pubblico/enti/046"],
  ...[barga, `${barga}/originale`, `${barga}/aggiornamento-1`, alfa, `${alfa}/originale`],
  ...[`${barga}/confronto?da=0&a=1`, `${alfa}/confronto`, `${barga}/indicatori`, `${alfa}/indicatori`],
  ...["/pubblico/confronta", "/pubblico/confronta?a=046003/2026&b=050001/2026"],
  ...[
    "/pubblico/verifica",
    "/pubblico/territori/LU",
    "/pubblico/accessibilita",
    "/pubblico/note",
    "/pubblico/dati",
    `${barga}/osservazioni`,
    `${barga}/osservazioni/grazie`,
  ],
];
const forPrograms = [
  ...[`${barga}/piano.json`, `${alfa}/piano.json`, `${barga}/indicatori.csv`, `${alfa}/indicatori.csv`],
  ...[`${barga}/originale/piano.pdf`, `${barga}/atto`, `${alfa}/atto`],
  ...["/pubblico/novita.atom", "/sitemap.xml", "/pubblico/sitemap-1.xml", "/robots.txt"],
];

beforeAll(async () => {
  portal = await servePortal();
  world = await makePortalWorld(portal.database);
});

afterAll(() => portal?.close());

describe("every page", () => {
  it.each(pages)("%s is whole in both languages, without a script, a style or a cookie", async (path) => {
    for (const language of ["it", "en"]) {
      const answer = await fetch(portal.url + path, { headers: { "accept-language": language } });
      const page = await answer.text();
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-language")).toBe(language);
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(page).toMatch(new RegExp(`^<!DOCTYPE html><html lang="${language}">`));
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+="|javascript:|undefined|\[object|NaN/);
    }
    expect(portal.faults).toEqual([]);
  });

  it("keeps the language that was chosen on its way", async () => {
    const page = await portal.page(`${barga}?lang=en`);
    expect(page).toContain('href="/pubblico/cerca?lang=en"');
    expect(page).toContain("Amendment no. 1");
    expect(page).toContain(`<a href="${barga}?lang=it" hrefLang="it" lang="it">Versione italiana</a>`);
  });

  it("is read, and says so to who sends something where nothing is taken", async () => {
    const answer = await fetch(`${portal.url}/pubblico/dati`, { method: "PUT", body: "x" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("has a page of each Province, which the first page names alone where all their bodies are too many", async () => {
    const ofLucca = await portal.page("/pubblico/territori/LU");
    expect(ofLucca).toContain('<a href="/pubblico/enti/046003">Comune di Barga</a>');
    expect(ofLucca).not.toContain("Alfa");
    expect((await fetch(`${portal.url}/pubblico/territori/ZZ`)).status).toBe(404);
    const app = express().use(
      frontRoutes(
        { database: portal.database, pages: new PageDesk(() => "https://piao.example") } as Portal,
        1,
      ),
    );
    const server = app.listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      const front = await (
        await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/pubblico`)
      ).text();
      expect(front).toMatch(/<a href="\/pubblico\/territori\/LU">[^<]*<\/a> <span class="size">\(1 ente\)/);
      expect(front).not.toContain('href="/pubblico/enti/046003"');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it("leads only to addresses that are there", async () => {
    const seen = new Set<string>();
    const queue = ["/pubblico"];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const answer = await fetch(portal.url + path);
      const text = await answer.text();
      expect(answer.status, path).toBe(200);
      if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
      for (const [, link] of text.matchAll(/<a href="(\/pubblico[^"#]*)/g)) {
        const address = link!.replaceAll("&amp;", "&");
        if (!address.includes("lang=")) queue.push(address);
      }
    }
    expect(seen.size).toBeGreaterThan(20);
  });
});

describe("[T02] [T04] what is not published", () => {
  it("is in no page, no file, no feed and no sitemap", async () => {
    for (const path of [...pages, ...forPrograms]) {
      const text = await portal.page(path);
      // What was looked for is repeated in the form.
      expect(text.replaceAll("segreto", ""), path).not.toMatch(/segret/i);
      // Another body's value of the shared indicator, and one of an indicator that is not in the published text.
      expect(text, path).not.toMatch(/91[.,]25|77[.,]75/);
    }
  });

  it.each([
    `${alfa}/aggiornamento-1`,
    `${alfa}/aggiornamento-1/piano.json`,
    `${alfa}/aggiornamento-1/atto`,
    `${alfa}/confronto?da=0&a=1`,
    "/pubblico/enti/050002/2026",
    "/pubblico/enti/050002/2026/piano.json",
    "/pubblico/enti/050002/2026/indicatori",
    "/pubblico/enti/050002/2026/atto",
  ])("is answered at %s as what does not exist", async (path) => {
    const answer = async (address: string) => {
      const { status, headers, text } = await fetch(portal.url + address).then(async (response) => ({
        status: response.status,
        headers: [...response.headers].filter(([name]) => !["date", "content-length"].includes(name)),
        text: (await response.text()).replaceAll(/href="[^"]*lang=en"/g, ""),
      }));
      return { status, headers, text };
    };
    expect(await answer(path)).toEqual(await answer("/pubblico/enti/999999/2026"));
  });

  it("is not in the list of bodies, but a body's own page says that there is nothing", async () => {
    expect(await portal.page("/pubblico")).not.toContain("Gamma");
    expect(await portal.page("/pubblico/enti/050002")).toContain("non ha ancora pubblicato piani");
  });
});

describe("[T27] hostile texts", () => {
  it("are shown as text, wherever they stand", async () => {
    const paths = [barga, `${barga}/aggiornamento-1`, `${barga}/confronto?da=0&a=1`];
    for (const path of paths) {
      const page = await portal.page(path);
      expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
      expect(page).not.toMatch(/<script|<img/);
    }
  });

  it("make no link of what is no safe address, and no table of a million columns", async () => {
    const link = (href: string) => ({
      type: "block",
      content: [{ type: "text", text: "qui", marks: [{ type: "link", attrs: { href } }] }],
    });
    const cell = { type: "tableCell", attrs: { colspan: 1e6, rowspan: "x", onclick: "alert(3)" } };
    const published = await publishForTest(portal.database, {
      bodyId: world.bodies.lucca,
      texts: [
        {
          ...{ number: "1", title: `<b>"Titolo"</b>` },
          content: textOf(
            ...[link("javascript:alert(4)"), link("data:text/html,x"), link("https://www.example.it/")],
            { type: "table", content: [{ type: "tableRow", content: [cell] }] },
            { type: "unknown", content: [{ type: "text", text: "<i>altro</i>" }] },
          ),
        },
      ],
    });
    const page = await portal.page("/pubblico/enti/046/2026");
    expect(page).not.toMatch(/javascript:|data:text|onclick|colSpan|<b>|<i>/);
    expect(page).toContain('<a href="https://www.example.it/">qui</a>');
    expect(page).toContain(published.sha256);
    for (const path of ["/pubblico/novita.atom", "/pubblico/sitemap-1.xml"]) {
      expect(await portal.page(path)).not.toMatch(/<b>/);
    }
  });
});

describe("a page that a reader has", () => {
  it.each([
    "/pubblico",
    barga,
    `${barga}/originale`,
    `${barga}/indicatori`,
    "/pubblico/enti/046003",
    "/pubblico/note",
  ])("is not sent again: %s", async (path) => {
    const first = await fetch(portal.url + path);
    const etag = first.headers.get("etag")!;
    expect(etag).toMatch(/^"[\w-]{27}-gzip"$/);
    expect(first.headers.get("vary")).toContain("Accept-Language");
    expect(first.headers.get("cache-control")).toContain("public, max-age=60");
    const again = await fetch(portal.url + path, { headers: { "if-none-match": `"x", W/${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    const english = { "if-none-match": etag, "accept-language": "en" };
    expect((await fetch(portal.url + path, { headers: english })).status).toBe(200);
    const head = await fetch(portal.url + path, { method: "HEAD" });
    expect([head.status, head.headers.get("etag")]).toEqual([200, etag]);
  });

  it("is asked for without its text being read or rendered", async () => {
    const { headers } = await fetch(`${portal.url}${barga}?x=1`);
    portal.statements.length = 0;
    await fetch(portal.url + barga, { headers: { "if-none-match": headers.get("etag")! } });
    expect(portal.statements).toHaveLength(1);
    expect(portal.statements[0]).not.toMatch(/a\.content\b(?!\))/);
  });

  it("comes uncompressed to who takes it only so", async () => {
    const plain = await fetch(portal.url + barga, { headers: { "accept-encoding": "identity" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(plain.headers.get("etag")).toMatch(/^"[\w-]{27}"$/);
    expect(await plain.text()).toBe(await portal.page(barga));
  });

  it("is another once something new is published", async () => {
    const first = await fetch(`${portal.url}/pubblico/enti/046`);
    await publishForTest(portal.database, {
      ...{ bodyId: world.bodies.lucca, firstYear: 2027 },
      texts: [{ number: "1", title: "Scheda", content: textOf("Nuovo") }],
    });
    const headers = { "if-none-match": first.headers.get("etag")! };
    const now = await fetch(`${portal.url}/pubblico/enti/046`, { headers });
    expect(now.status).toBe(200);
    expect(await now.text()).toContain("PIAO 2027-2029");
  });
});

describe("the statements of a page", () => {
  it("are as many for many texts, adoptions and results as for few", async () => {
    const bodyId = world.bodies.draft;
    const countOn = async (path: string) => {
      portal.statements.length = 0;
      await portal.page(path);
      return portal.statements.length;
    };
    const key = "/pubblico/enti/050002";
    const text = (number: number) => ({
      number: `9.${number}`,
      title: `Testo ${number}`,
      content: textOf("parola"),
    });
    const paths = [
      ...["/pubblico", key, `${key}/2030`, `${key}/2030/indicatori`, "/pubblico/cerca?q=parola"],
      ...[
        "/pubblico/confronta?a=050002/2030&b=046003/2026",
        "/pubblico/novita.atom",
        "/pubblico/sitemap-1.xml",
      ],
    ];
    await publishForTest(portal.database, { bodyId, firstYear: 2030, texts: [text(1)] });
    const few: number[] = [];
    for (const path of paths) few.push(await countOn(path));
    const texts = Array.from({ length: 12 }, (_, index) => text(index + 1));
    for (const firstYear of [2030, 2031, 2032]) {
      for (const amendment of [1, 2])
        await publishForTest(portal.database, { bodyId, firstYear, amendment, texts });
    }
    const many: number[] = [];
    for (const path of paths) many.push(await countOn(path));
    expect(many).toEqual(few);
    expect(Math.max(...many)).toBeLessThanOrEqual(6);
  });
});
