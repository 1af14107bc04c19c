import { makeBody, publishForTest, textOf } from "@upiao/test";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServedPortal, servePortal } from "../../test/served-portal.ts";

let portal: ServedPortal;
let bodyId: string;

beforeAll(async () => {
  portal = await servePortal();
  bodyId = await makeBody(portal.database, { name: "Barga", istatCode: "146003", provinceSign: "LU" });
  await publishForTest(portal.database, {
    bodyId,
    texts: [{ number: "2.1", title: "Valore pubblico", content: textOf("Servizi in rete") }],
  });
  await portal.database.query(
    `INSERT INTO body_change (body_id, what, before, after, day, source)
     VALUES ($1, 'ISTAT_CODE', '046003', '146003', '2026-01-01', 'ISTAT')`,
    [bodyId],
  );
});

afterAll(() => portal?.close());

const ask = (path: string) => fetch(portal.url + path, { redirect: "manual" });

it("the address of a body whose code has changed leads on to the present one, with all that follows it", async () => {
  for (const rest of ["", "/2026", "/2026/originale/dati.json", "/2026?lang=en"]) {
    const response = await ask(`/pubblico/enti/046003${rest}`);
    expect([response.status, response.headers.get("location")]).toEqual([
      301,
      `/pubblico/enti/146003${rest}`,
    ]);
  }
  const byId = await ask(`/pubblico/enti/${bodyId}/2026`);
  expect([byId.status, byId.headers.get("location")]).toEqual([301, "/pubblico/enti/146003/2026"]);
});

it("a code that another body has today is that body's, and one that nobody had is nobody's", async () => {
  expect((await ask("/pubblico/enti/046999/2026")).status).toBe(404);
  await makeBody(portal.database, { name: "Altra", istatCode: "046003", provinceSign: "LU" });
  const response = await ask("/pubblico/enti/046003");
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("Altra")]);
});
