import { keys, makePortalWorld, objective, type PortalWorld, publishForTest, textOf } from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedPortal, servePortal } from "../../test/served-portal.ts";

let portal: ServedPortal;
let world: PortalWorld;
const path = "/pubblico/enti/046003/2026/indicatori";

beforeAll(async () => {
  portal = await servePortal();
  world = await makePortalWorld(portal.database);
});

afterAll(() => portal?.close());

describe("the indicators of a plan", () => {
  it("have what was adopted as expected, and what their body has measured, as a chart and as a table", async () => {
    const page = await portal.page(path);
    expect(page).toContain("Quota di servizi in rete");
    expect(page).toMatch(
      /<th scope="row">2026<\/th><td class="number">40 %<\/td><td class="number">37,5 %<\/td><td class="number">–<\/td>/,
    );
    expect(page).toMatch(
      /<th scope="row">2025<\/th><td class="number">–<\/td><td class="number">–<\/td><td class="number">n\.d\.<\/td>/,
    );
    expect(page).toContain(
      'role="img" aria-label="Grafico di «Quota di servizi in rete». Attesi: 2026: 40 %; 2027: 60 %; 2028: 80 %. Misurati: 2026: 37,5 %."',
    );
    expect(page).toContain("Non ancora misurato.");
    expect(page).toContain('href="/pubblico/cerca?risultato=RA1.1.1"');
  });

  it("are counted on the page of their body", async () => {
    const page = await portal.page("/pubblico/enti/046003");
    const figures = [...page.matchAll(/<dt>([^<]+)<\/dt><dd>(\d+)<\/dd>/g)].map(([, name, count]) => [
      name,
      count,
    ]);
    expect(Object.fromEntries(figures)).toMatchObject({
      "Obiettivi nei piani in vigore": "1",
      Indicatori: "2",
      "Indicatori con almeno una misurazione": "1",
    });
  });

  it("stand beside another body's that serve the same expected result", async () => {
    const page = await portal.page("/pubblico/confronta?a=046003/2026&b=050001/2026");
    expect(page).toContain("Pratiche in rete");
    expect(page).toContain("2026: 37,5 %");
    expect(page).toMatch(/RA1\.1\.1 <span lang="it">\w+/);
    for (const name of ["barga 2026", "Comune di Barga, PIAO 2026-2028"]) {
      const named = await portal.page(
        `/pubblico/confronta?${new URLSearchParams({ a: name, b: "Alfa, 2026" })}`,
      );
      expect(named, name).toContain("Pratiche in rete");
    }
    expect(await portal.page("/pubblico/confronta?a=046003/2026&b=050002/2026")).toContain(
      "Il piano «050002/2026» non è pubblicato",
    );
  });

  it("[T33] are a spreadsheet in which nothing that begins as a formula is one", async () => {
    await publishForTest(portal.database, {
      ...{ bodyId: world.bodies.barga, amendment: 2, reason: "Prova" },
      texts: [
        {
          ...{ number: "2.2", title: "Strategia", sectionId: world.first.sectionIds[1]! },
          content: textOf(
            objective(keys.services, "=1+1", { items: "RA1.1.1" }, [
              {
                key: keys.share,
                name: "@somma",
                unit: "PERCENT",
                direction: "UP",
                target1: "40",
                source: "-1",
              },
            ]),
          ),
        },
      ],
    });
    const answer = await fetch(`${portal.url}${path}.csv`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const csv = Buffer.from(await answer.arrayBuffer()).toString();
    expect(csv.startsWith("\uFEFFEnte;Codice ISTAT")).toBe(true);
    expect(csv).toMatch(/;"'=1\+1";RA1\.1\.1;"'@somma";%;in crescita;;2026;40;37,5;;"'-1"\r\n/);
    expect(csv.split("\r\n")).toHaveLength(4);
  });

  it("[ME11] that only the lead body measures are said to be, and count as no other body's", async () => {
    const { barga, lucca } = world.bodies;
    const indicator = { unit: "PERCENT", direction: "UP", target1: "40", measuredBy: "LEAD" };
    const content = textOf(
      objective(keys.services, "Servizi", {}, [{ ...indicator, key: keys.share, name: "Quota" }]),
    );
    const text = { number: "2.2", title: "Strategia", sectionId: world.first.sectionIds[1]!, content };
    await publishForTest(portal.database, {
      ...{ bodyId: barga, amendment: 3, reason: "Prova", texts: [text] },
    });
    await publishForTest(portal.database, { bodyId: lucca, texts: [text] });
    const page = await portal.page(path);
    expect(page).toContain("lo misura solo l’ente capofila");
    expect(page).not.toContain("37,5");
    const body = await portal.page("/pubblico/enti/046003");
    expect(body).toContain("<dt>Indicatori</dt><dd>0</dd>");
    const measured = async (code: string) => {
      const data = JSON.parse(await portal.page(`/pubblico/enti/${code}/2026/dati.json`));
      const [told] = data.objectives[0].indicators;
      return [told.measuredBy, ...told.measurements.map(({ value }: { value: number }) => value)];
    };
    expect(await measured("046003")).toEqual(["LEAD"]);
    expect(await measured("046")).toEqual(["LEAD", 91.25]);
  });
});
