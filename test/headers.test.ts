import { startServer, type TestServer } from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.stop());

const graphql = (body: string, headers: Record<string, string> = {}): [string, RequestInit] => [
  "/graphql",
  { method: "POST", body, headers: { "content-type": "application/json", ...headers } },
];

async function assetPath(): Promise<string> {
  const page = await (await fetch(server.url)).text();
  return /src="([^"]+\.js)"/.exec(page)![1]!;
}

async function sheetPath(): Promise<string> {
  const page = await (await fetch(`${server.url}/pubblico`)).text();
  return /rel="stylesheet" href="([^"]+)"/.exec(page)![1]!;
}

const requests: readonly (readonly [
  name: string,
  request: () => Promise<[string, RequestInit?]>,
  status: number,
])[] = [
  ["the page", async () => ["/"], 200],
  ["the page of a section", async () => ["/sezioni/qualsiasi"], 200],
  ["a file of the page", async () => [await assetPath()], 200],
  ["the service worker", async () => ["/service-worker.js"], 200],
  ["a file that is not there", async () => ["/assets/niente.js"], 404],
  ["an address that is none", async () => ["/%E0%A4%A"], 200],
  ["an answer", async () => graphql('{"query":"{ me { id } }"}'), 200],
  ["a refusal", async () => graphql('{"query":"{ plan(id: \\"x\\") { id } }"}'), 200],
  ["a query that is none", async () => graphql('{"query":"{"}'), 400],
  ["a body that is no JSON", async () => graphql("{"), 400],
  ["a body that is too large", async () => graphql(JSON.stringify({ query: " ".repeat(300_000) })), 413],
  ["a form of another site", async () => graphql("query=x", { "content-type": "text/plain" }), 400],
  ["the public portal", async () => ["/pubblico"], 200],
  ["a page of it that is not there", async () => ["/pubblico/enti/046003/2031"], 404],
  ["its style sheet", async () => [await sheetPath()], 200],
  ["its feed", async () => ["/pubblico/novita.atom"], 200],
  ["a file to verify that is none", async () => ["/pubblico/verifica", { method: "POST" }], 400],
  ["what robots may read", async () => ["/robots.txt"], 200],
  ["the health", async () => ["/health/ready"], 200],
  ["the metrics", async () => ["/metrics"], 200],
];

describe("[T28] every answer forbids what no page of ours needs", () => {
  it.each(requests)("%s", async (_name, request, status) => {
    const [path, init] = await request();
    const { headers, status: found } = await fetch(server.url + path, init);
    expect(found).toBe(status);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/connect-src 'self'(;|$)/);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("a page names no script, style or handler inside itself", async () => {
    const page = await (await fetch(server.url)).text();
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=/);
  });

  it("browsers that came by TLS come by nothing else from then on", async () => {
    const { headers } = await fetch(server.url);
    expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
  });
});

describe("the public portal", () => {
  it("has a style sheet and fonts of its own, kept for good", async () => {
    const sheet = await fetch(server.url + (await sheetPath()));
    expect(sheet.headers.get("cache-control")).toContain("immutable");
    const fonts = [...(await sheet.text()).matchAll(/url\("([^"]+)"\)/g)].map(([, address]) => address!);
    expect(fonts).toHaveLength(4);
    for (const address of fonts) {
      const font = await fetch(server.url + address);
      expect([font.status, font.headers.get("content-type")]).toEqual([200, "font/woff2"]);
    }
  });
});

describe("the page", () => {
  it("is asked for again after each release, and its files are kept for good", async () => {
    const cached = async (path: string) => (await fetch(server.url + path)).headers.get("cache-control");
    expect(await cached("/")).toBe("no-cache");
    expect(await cached("/sezioni/qualsiasi")).toBe("no-cache");
    expect(await cached("/service-worker.js")).toBe("no-cache");
    expect(await cached(await assetPath())).toContain("immutable");
  });

  it("comes compressed to who takes it so", async () => {
    const encoding = async (accept: string) => {
      const answer = await fetch(server.url + (await assetPath()), {
        headers: { "accept-encoding": accept },
      });
      await answer.arrayBuffer();
      return answer.headers.get("content-encoding");
    };
    expect(await encoding("br")).toBe("br");
    expect(await encoding("gzip")).toBe("gzip");
    expect(await encoding("identity")).toBeNull();
  });
});
