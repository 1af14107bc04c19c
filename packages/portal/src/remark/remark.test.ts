import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { insert, makePortalWorld, type PortalWorld } from "@upiao/test";
import express from "express";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ServedPortal, servePortal } from "../../test/served-portal.ts";
import { InFlight } from "../answer/in-flight.ts";
import { PageDesk } from "../answer/page-desk.tsx";
import { formOpenMs, formPauseMs, postsOfAddress, remarksOfPlan, remarksOnPage } from "../limits.ts";
import type { Portal } from "../portal.ts";
import { networkOf } from "./address-counter.ts";
import { issueToken, readToken } from "./form-token.ts";
import { remarkRoutes } from "./remark-routes.tsx";

let portal: ServedPortal;
let world: PortalWorld;
let desk: Desk;
const barga = "/pubblico/enti/046003/2026/osservazioni";
const enough = "Lo sportello apra anche il sabato mattina.";

beforeAll(async () => {
  portal = await servePortal();
  world = await makePortalWorld(portal.database);
});

beforeEach(async () => {
  await portal.database.query("DELETE FROM remark");
  desk = await openDesk();
});

afterAll(() => portal?.close());

interface Desk {
  readonly url: string;
  /** Of the clock that tells when a form was fetched and sent. */
  pass(ms: number): void;
}

/** The pages of remarks with a clock of their own, and nothing counted yet of any address. */
async function openDesk(): Promise<Desk> {
  let now = 1_800_000_000_000;
  const site = () => "https://piao.example";
  const app = express();
  app.set("trust proxy", true);
  const parts = {
    database: portal.database,
    site,
    pages: new PageDesk(site),
    inFlight: new InFlight(),
  } as Portal;
  app.use(remarkRoutes(parts, () => now));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pass: (ms) => {
      now += ms;
    },
  };
}

async function fetchToken(path = barga): Promise<string> {
  const page = await (await fetch(desk.url + path)).text();
  return /name="modulo" value="([^"]+)"/.exec(page)![1]!;
}

async function send(fields: Record<string, string>, options: { from?: string; path?: string } = {}) {
  const answer = await fetch(desk.url + (options.path ?? barga), {
    ...{ method: "POST", redirect: "manual", body: new URLSearchParams(fields) },
    headers: { "x-forwarded-for": options.from ?? "192.0.2.1" },
  });
  const { status, headers } = answer;
  return { status, location: headers.get("location"), text: await answer.text() };
}

async function write(fields: Record<string, string> = {}, from?: string) {
  const modulo = await fetchToken();
  desk.pass(formPauseMs);
  return send({ modulo, testo: enough, nome: "", parte: "", ...fields }, { from });
}

const kept = () =>
  portal.database.query(
    "SELECT text, author_name AS name, part, amendment, state, body_id FROM remark ORDER BY at",
  );

describe("a remark", () => {
  it("is sent without an account, thanked for at another address, and told to the body, which nobody else reads", async () => {
    const sent = await write({ nome: "Anna Rossi", parte: "2.1" });
    expect([sent.status, sent.location]).toEqual([303, `${barga}/grazie`]);
    expect(await kept()).toEqual([
      {
        ...{ text: enough, name: "Anna Rossi", part: "2.1", amendment: 1, state: "NEW" },
        body_id: world.bodies.barga,
      },
    ]);
    const jobs = await portal.database.query(
      "SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'tellOfRemark'",
    );
    expect(jobs).toHaveLength(1);
    for (const path of [barga, "/pubblico/enti/046003/2026", `${barga}/grazie`]) {
      expect(await portal.page(path)).not.toMatch(/sabato mattina|Anna Rossi/);
    }
  });

  it("[T27] that is hostile is kept and shown as words, and no address in it is a link", async () => {
    const hostile = `<script>alert(1)</script> <img src=x onerror=alert(2)> https://male.example javascript:alert(3)`;
    await write({ testo: hostile, nome: "<b>Anna</b>" });
    await publish({ showsName: true, answer: "<i>Grazie</i> https://ente.example" });
    const page = await portal.page(barga);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain("&lt;b&gt;Anna&lt;/b&gt;");
    expect(page).not.toMatch(/<script|<img|<b>|<i>|href="(https:\/\/(male|ente)|javascript)/);
  });

  it.each([
    ["", "", 422, "Scrivi almeno 20 caratteri."],
    ["corta", "", 422, "Scrivi almeno 20 caratteri."],
    ["à".repeat(4_001), "", 422, "supera i 4.000 caratteri"],
    [enough, "x".repeat(101), 422, "supera i 100 caratteri"],
  ])("that is %.8j by %.8j is not taken, and stays in the form", async (testo, nome, status, why) => {
    const sent = await write({ testo, nome });
    expect(sent.status).toBe(status);
    expect(sent.text).toContain(why);
    expect(sent.text).toContain(`>${testo}</textarea>`);
    expect(await kept()).toEqual([]);
  });

  it("on a part that is not there is one on the plan", async () => {
    await write({ parte: "9.9" });
    expect(await kept()).toMatchObject([{ part: null }]);
  });

  it("is one, however often the form is sent", async () => {
    const modulo = await fetchToken();
    desk.pass(formPauseMs);
    const sent = await Promise.all([1, 2, 3].map(() => send({ modulo, testo: enough })));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await kept()).toHaveLength(1);
  });
});

describe("[T23] a program that sends remarks", () => {
  it("has to fetch the form, and wait; what was typed stays", async () => {
    const modulo = await fetchToken();
    const soon = await send({ modulo, testo: enough });
    expect(soon.status).toBe(422);
    expect(soon.text).toContain("troppo in fretta");
    expect(soon.text).toContain(`>${enough}</textarea>`);
    for (const wrong of ["", "x", modulo.replace(/.$/, modulo.endsWith("A") ? "E" : "A")]) {
      expect((await send({ modulo: wrong, testo: enough })).status).toBe(422);
    }
    expect(await kept()).toEqual([]);
    desk.pass(formPauseMs);
    expect((await send({ modulo, testo: enough })).status).toBe(303);
  });

  it("cannot use a form for another plan, nor one that was fetched long ago", async () => {
    const ofOther = await fetchToken("/pubblico/enti/050001/2026/osservazioni");
    const old = await fetchToken();
    desk.pass(formPauseMs);
    expect((await send({ modulo: ofOther, testo: enough })).status).toBe(422);
    desk.pass(formOpenMs);
    const late = await send({ modulo: old, testo: enough });
    expect(late.text).toContain("aperto da più di due ore");
    expect(await kept()).toEqual([]);
  });

  it("that fills in what nobody sees is thanked, and nothing is kept", async () => {
    expect((await write({ sito: "https://spam.example" })).status).toBe(303);
    expect(await kept()).toEqual([]);
  });

  it("is stopped after some forms from one address, and others are not", async () => {
    for (let sent = 0; sent < postsOfAddress; sent++) expect((await write({})).status).toBe(303);
    const more = await write({});
    expect(more.status).toBe(429);
    expect(more.text).toContain("Riprova più tardi");
    expect(await kept()).toHaveLength(postsOfAddress);
    expect((await write({}, "198.51.100.7")).status).toBe(303);
  });

  it("is stopped where the plan has had its fill for a day, from wherever it writes", async () => {
    const [{ id: planId }] = await portal.database.query("SELECT id FROM plan WHERE body_id = $1", [
      world.bodies.barga,
    ]);
    await portal.database.query(
      `INSERT INTO remark (body_id, plan_id, amendment, text, form, at)
        SELECT $1, $2, 0, 'x', gen_random_uuid(), now() - interval '23 hours' FROM generate_series(1, $3)`,
      [world.bodies.barga, planId, remarksOfPlan],
    );
    expect((await write({}, "198.51.100.8")).status).toBe(429);
    await portal.database.query("UPDATE remark SET at = now() - interval '25 hours'");
    expect((await write({}, "198.51.100.9")).status).toBe(303);
  });

  it.each([
    ["application/json", "{}"],
    ["multipart/form-data; boundary=x", "--x--"],
    ["application/x-www-form-urlencoded", `testo=${"a".repeat(100_000)}`],
    ["application/x-www-form-urlencoded; charset=klingon", "testo=a"],
    ["application/x-www-form-urlencoded", "testo[]=a&testo=b&__proto__=c&modulo=d&modulo=e"],
  ])("that sends %s is told so, and nothing breaks", async (type, body) => {
    const { status } = await fetch(portal.url + barga, {
      ...{ method: "POST", body, headers: { "content-type": type } },
    });
    expect([400, 422]).toContain(status);
    expect(portal.faults).toEqual([]);
  });
});

describe("the page of remarks", () => {
  it("has what was published with its answer, and a name where the body shows it, the latest first", async () => {
    await write({ nome: "Anna Rossi" });
    await publish({ showsName: false, answer: "Dal 1º marzo apre anche di sabato." });
    let page = await portal.page(barga);
    expect(page).toContain(enough);
    expect(page).toContain("Dal 1º marzo apre anche di sabato.");
    expect(page).toContain("Un cittadino");
    expect(page).not.toContain("Anna Rossi");
    await publish({ showsName: true, answer: null });
    page = await portal.page(barga);
    expect(page).toContain("Anna Rossi");
    await portal.database.query("UPDATE remark SET state = 'DISMISSED', reason = 'Segreto motivo'");
    expect(await portal.page(barga)).not.toMatch(/sabato|Segreto/);
  });

  it("goes on where there are more than one shows", async () => {
    const [{ id: planId }] = await portal.database.query("SELECT id FROM plan WHERE body_id = $1", [
      world.bodies.barga,
    ]);
    for (let index = 0; index <= remarksOnPage; index++) {
      await insert(portal.database, "remark", {
        ...{ body_id: world.bodies.barga, plan_id: planId, amendment: 0, text: `Parola ${index}.` },
        ...{ form: crypto.randomUUID(), state: "PUBLISHED", decided_at: new Date() },
        at: new Date(2026, 0, 1, 0, index),
      });
    }
    const first = await portal.page(barga);
    expect(first).toContain(`Parola ${remarksOnPage}.`);
    expect(first).not.toContain("Parola 0.");
    expect(first).toContain(`href="${barga}?pagina=2"`);
    expect(await portal.page(`${barga}?pagina=2`)).toContain("Parola 0.");
  });

  it("is kept by nobody, since its form is for one reader", async () => {
    const first = await fetch(portal.url + barga);
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(first.headers.get("etag")).toBeNull();
    const tokens = [await first.text(), await portal.page(barga)].map(
      (page) => /name="modulo" value="([^"]+)"/.exec(page)![1],
    );
    expect(tokens[0]).not.toBe(tokens[1]);
  });

  it("[T02] is there for published plans alone", async () => {
    for (const path of [
      "/pubblico/enti/050002/2026/osservazioni",
      "/pubblico/enti/050001/2029/osservazioni",
    ]) {
      expect((await fetch(portal.url + path)).status).toBe(404);
      expect(
        (await fetch(portal.url + path, { method: "POST", body: new URLSearchParams({ testo: enough }) }))
          .status,
      ).toBe(404);
    }
  });
});

describe("a form", () => {
  const secret = Buffer.alloc(32, 1);

  it("is known by its signature, in its time", () => {
    const token = issueToken(secret, "piano", 1_800_000_000_000);
    const at = (ms: number) => readToken(secret, "piano", token, 1_800_000_000_000 + ms);
    expect(at(formPauseMs)).toEqual({ form: token.slice(0, 36) });
    expect(at(formOpenMs)).toEqual({ form: token.slice(0, 36) });
    expect(at(formPauseMs - 1)).toEqual({ fault: "TOO_SOON" });
    expect(at(formOpenMs + 1)).toEqual({ fault: "EXPIRED" });
    expect(readToken(Buffer.alloc(32, 2), "piano", token, 1_800_000_010_000)).toEqual({ fault: "UNKNOWN" });
  });

  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8::6", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
  ])("from %s is counted for %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

async function publish({ showsName, answer }: { showsName: boolean; answer: string | null }): Promise<void> {
  await portal.database.query(
    `UPDATE remark SET state = 'PUBLISHED', decided_at = now(), shows_name = $1, answer = $2,
       answered_at = CASE WHEN $2::text IS NULL THEN NULL ELSE now() END`,
    [showsName, answer],
  );
}
