import { makePortalWorld } from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedPortal, servePortal } from "../../test/served-portal.ts";

let portal: ServedPortal;
const path = "/pubblico/enti/046003/2026/confronto";

beforeAll(async () => {
  portal = await servePortal();
  await makePortalWorld(portal.database);
});

afterAll(() => portal?.close());

/** A page without the words that only a screen reader says. */
const seen = (page: string) => page.replaceAll(/<span class="hidden">[^<]*<\/span>/g, "");

describe("the differences between two adoptions", () => {
  it("name the changed texts first, then show them word by word", async () => {
    const page = seen(await portal.page(`${path}?da=0&a=1`));
    expect(page).toMatch(/Testi cambiati.*2\.1 Valore pubblico.*cambiato/s);
    expect(page).toMatch(/Il valore pubblico cresce<ins>\s?molto<\/ins>\.|cresce <ins>molto<\/ins>\./);
    expect(page).not.toContain("2.2 Strategia digitale");
  });

  it("are those of any two, also backwards, and of the last two when none are named", async () => {
    expect(seen(await portal.page(`${path}?da=1&a=0`))).toMatch(/<del>\s?molto<\/del>/);
    expect(await portal.page(path)).toBe(await portal.page(`${path}?da=0&a=1`));
    expect(await portal.page(`${path}?da=1&a=1`)).toContain("I testi delle due versioni sono uguali");
  });

  it.each(["?da=0&a=2", "?da=x&a=1", "?da=-1&a=1"])("are not there for %s", async (query) => {
    expect((await fetch(portal.url + path + query)).status).toBe(404);
  });
});
