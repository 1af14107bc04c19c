import { hostile, makePortalWorld } from "@upiao/test";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedPortal, servePortal } from "../../test/served-portal.ts";

let portal: ServedPortal;

beforeAll(async () => {
  portal = await servePortal();
  await makePortalWorld(portal.database);
});

afterAll(() => portal?.close());

const search = (parameters: Record<string, string>) =>
  portal.page(`/pubblico/cerca?${new URLSearchParams(parameters)}`);

/** Body and title of what was found. */
async function found(parameters: Record<string, string>): Promise<string[]> {
  const page = await search(parameters);
  return [...page.matchAll(/<a href="([^"]+)#testo-(\d+)"/g)].map(([, path, place]) => `${path}#${place}`);
}

const barga = "/pubblico/enti/046003/2026";
const alfa = "/pubblico/enti/050001/2026";

describe("the search", () => {
  it.each([
    ["citta", [`${barga}#2`]],
    ["città", [`${barga}#2`]],
    ["perche", [`${barga}#1`]],
    ["misurare", [`${alfa}#1`, `${barga}#1`]],
    ['"valore pubblico cresce"', [`${barga}#1`]],
    ["misura -alfa", [`${barga}#1`]],
    ["città or alfa", [`${barga}#2`, `${alfa}#1`]],
    ["inesistente", []],
  ])("finds by %s", async (q, expected) => {
    expect((await found({ q })).sort()).toEqual([...expected].sort());
  });

  it("puts the text first whose title says it", async () => {
    expect((await found({ q: "strategia or misura" }))[0]).toBe(`${barga}#2`);
    expect((await found({ q: "abita or valore" })).at(-1)).toBe(`${barga}#2`);
  });

  it.each<[Record<string, string>, string[]]>([
    [{ provincia: "pi" }, [`${alfa}#1`]],
    [{ ente: "bar" }, [`${barga}#1`, `${barga}#2`]],
    [{ ente: "046003", parte: "2.2" }, [`${barga}#2`]],
    [{ q: "valore", anno: "2027" }, []],
    [{ parte: "2", provincia: "LU" }, [`${barga}#1`, `${barga}#2`]],
    [{ risultato: "RA1.1.1" }, [`${barga}#2`, `${alfa}#1`]],
    [{ q: "molto", versioni: "tutte" }, [`${barga}#1`]],
    [{ q: '"pubblico cresce"', versioni: "tutte" }, [`${barga}#1`, `${barga}/originale#1`]],
  ])("is narrowed by %o", async (parameters, expected) => {
    expect((await found(parameters)).sort()).toEqual([...expected].sort());
  });

  it.each([
    ["barga", [barga]],
    ["Comune di Barga", [barga]],
    ["alf", [alfa]],
    ["rga", []],
    ["gamma", []],
    ["segreto", []],
  ])("names the body that is called %s, if it has published", async (q, expected) => {
    const page = await search({ q });
    const [, list = ""] = /<ul class="plain bodies">(.*?)<\/ul>/s.exec(page) ?? [];
    expect([...list.matchAll(/href="([^"]+)"/g)].map(([, path]) => `${path}/2026`)).toEqual(expected);
  });

  it("shows the words in their text", async () => {
    const page = await search({ q: "digitale" });
    expect(page).toMatch(
      /La città <\/span><span><mark>digitale<\/mark> offre|città .*<mark>digitale<\/mark> offre/,
    );
    expect(page).toContain("1 testo trovato");
  });

  it("[T27] shows hostile texts and words as text", async () => {
    const page = await search({ q: "alert" });
    expect(page).toContain("&lt;img src=x onerror=");
    expect(page).not.toMatch(/<script|<img/);
    expect(await search({ q: hostile })).not.toMatch(/<script|<img/);
  });

  it("[T30] answers whatever is typed", async () => {
    const syntax = fc.stringMatching(/^[a-z'"()&|!<>:*\\%_$;\-\sà]{0,60}$/);
    const anything = fc.oneof(syntax, fc.string({ unit: "binary", maxLength: 300 }), fc.string());
    await fc.assert(
      fc.asyncProperty(anything, anything, async (q, other) => {
        const query = new URLSearchParams({ q, ente: other, parte: other, risultato: other, pagina: other });
        const answer = await fetch(`${portal.url}/pubblico/cerca?${query}`);
        await answer.arrayBuffer();
        expect(answer.status).toBe(200);
      }),
      { numRuns: 60 },
    );
    for (const raw of ["q=%00", "q=%ff%fe", "q[]=a&q[]=b", "q[a]=b", "pagina=-1", "pagina=1e9", "q=a&q=b"]) {
      expect((await fetch(`${portal.url}/pubblico/cerca?${raw}`)).status, raw).toBe(200);
    }
    expect(portal.faults).toEqual([]);
  });

  it("uses the index", async () => {
    await portal.database.query(`INSERT INTO published_text (adoption_id, position, number, title, section_id, words)
      SELECT t.adoption_id, 1000 + n, '9', 'Titolo', t.section_id, 'parola' || n FROM published_text t, generate_series(1, 3000) AS n
      WHERE t.title = 'Strategia digitale'`);
    await portal.database.query("ANALYZE published_text");
    const rows: Record<string, string>[] = await portal.database.query(
      "EXPLAIN SELECT FROM published_text t WHERE t.search @@ websearch_to_tsquery('italian', 'parola77')",
    );
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("published_text_search");
    expect(await found({ q: "parola77" })).toHaveLength(1);
  });
});
