import {
  hostile,
  keys,
  makePortalWorld,
  objective,
  type PortalWorld,
  publishForTest,
  textOf,
} from "@upiao/test";
import { Ajv2020 } from "ajv/dist/2020.js";
import jsonld from "jsonld";
import N3 from "n3";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedPortal, servePortal } from "../../test/served-portal.ts";
import { plansAtOnce } from "../limits.ts";
import { planSchema } from "./plan-schema.ts";

let portal: ServedPortal;
let world: PortalWorld;
const site = "https://piao.example";
const barga = "/pubblico/enti/046003/2026";
const alfa = "/pubblico/enti/050001/2026";
const lists = ["piani", "obiettivi", "indicatori", "misurazioni"];

beforeAll(async () => {
  portal = await servePortal();
  world = await makePortalWorld(portal.database);
});

afterAll(() => portal?.close());

async function rowsOf(path: string): Promise<Record<string, string>[]> {
  const text = await portal.page(path);
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

describe("a plan as JSON", () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, validateFormats: false });

  it.each([barga, `${barga}/originale`, `${barga}/aggiornamento-1`, alfa])(
    "%s is what the published schema says",
    async (path) => {
      const schema = JSON.parse(await portal.page("/pubblico/dati/schema/piano-1.json"));
      const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
      const data = JSON.parse(await portal.page(`${path}/dati.json`));
      expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
      expect(data.$schema).toBe(schema.$id);
      // What the schema does not say is not documented.
      const known = new Set(JSON.stringify(planSchema(site)).match(/"(\$?\w+)":/g));
      for (const name of JSON.stringify(data).match(/"(\$?\w+)":/g)!) expect(known, name).toContain(name);
      expect(validate({ ...data, amendment: "1" })).toBe(false);
      expect(validate({ ...data, objectives: undefined })).toBe(false);
    },
  );

  it("has the objectives with stable identifiers, numbers, and the reason where a value is not available", async () => {
    const data = JSON.parse(await portal.page(`${barga}/dati.json`));
    expect(data).toMatchObject({
      ...{ id: site + barga, versionId: `${site}${barga}/aggiornamento-1`, amendment: 1, isInForce: true },
      body: { name: "Barga", istatCode: "046003", provinceSign: "LU" },
      ...{ sha256: world.amended.sha256, publishedAt: "2026-06-01T09:00:00.000Z", reason: "Nuovi fondi" },
    });
    expect(data.objectives).toHaveLength(1);
    expect(data.objectives[0]).toMatchObject({
      id: `${site}${barga}#obiettivo-${keys.services}`,
      strategyItems: ["RA1.1.1"],
    });
    const share = data.objectives[0].indicators[0];
    expect(share).toMatchObject({
      unit: "PERCENT",
      baseline: 20,
      targets: [{ year: 2026, value: 40 }, {}, {}],
    });
    expect(share.measurements).toEqual([
      { year: 2025, round: 2, value: null, noValueReason: "NOT_AVAILABLE" },
      { year: 2026, round: 1, value: 37.5, noValueReason: null },
    ]);
    const first = JSON.parse(await portal.page(`${barga}/originale/dati.json`));
    expect(first.isInForce).toBe(false);
    expect(first.objectives[0].id).toBe(data.objectives[0].id);
    expect(data.sections[0].text).toContain(hostile);
  });

  it("names things by addresses under which they are read", async () => {
    const page = await portal.page(barga);
    expect(page).toContain(`id="obiettivo-${keys.services}"`);
    expect(page).toContain(`id="indicatore-${keys.share}"`);
    expect(page).toContain(`href="${barga}/dati.json"`);
  });
});

describe("tables of all plans", () => {
  it("have a row for each version, objective, indicator and measurement that is published", async () => {
    const [plans, objectives, indicators, measurements] = await Promise.all(
      lists.map((list) => rowsOf(`/pubblico/dati/${list}.csv`)),
    );
    expect(plans!.map(({ versionId }) => versionId).sort()).toEqual([
      `${site}${barga}/aggiornamento-1`,
      `${site}${barga}/originale`,
      `${site}${alfa}/originale`,
    ]);
    expect(objectives!.map(({ objectiveTitle }) => objectiveTitle).sort()).toEqual([
      "Servizi interamente in rete",
      "Sportello in rete",
    ]);
    expect(indicators).toHaveLength(3);
    expect(indicators!.find(({ indicatorName }) => indicatorName === "Giorni di attesa")).toMatchObject({
      ...{ istatCode: "046003", baseline: "30", target1: "20", target3: "10", unit: "DAYS" },
    });
    expect(
      measurements!.map(({ year, round, value, noValueReason }) => [year, round, value, noValueReason]),
    ).toEqual([
      ["2025", "2", "", "NOT_AVAILABLE"],
      ["2026", "1", "37.5", ""],
    ]);
  });

  it("are narrowed by province and first year, and by nothing that is neither", async () => {
    const ofProvince = await rowsOf("/pubblico/dati/indicatori.csv?provincia=pi");
    expect(ofProvince.map(({ bodyName }) => bodyName)).toEqual(["Alfa"]);
    expect(await rowsOf("/pubblico/dati/indicatori.csv?provincia=LU&anno=2026")).toHaveLength(2);
    expect(await rowsOf("/pubblico/dati/indicatori.csv?anno=2027")).toEqual([]);
    for (const filter of ["provincia=Lucca", "anno=domani", "provincia='%20OR%201"]) {
      expect((await fetch(`${portal.url}/pubblico/dati/indicatori.csv?${filter}`)).status).toBe(404);
    }
  });

  it("[T33] hold no cell that a spreadsheet would run, and numbers stay numbers", async () => {
    const bodyId = world.bodies.lucca;
    const named = (key: string, title: string) =>
      objective(key, title, { responsible: "@qualcuno", peg: "+39", dup: "-1+1" }, [
        {
          ...{ key: key.replace("8000", "9000"), name: "=HYPERLINK(1)", unit: "NUMBER", direction: "UP" },
          ...{ baseline: "-5", target1: "-2,5" },
        },
      ]);
    await publishForTest(portal.database, {
      ...{ bodyId, firstYear: 2029 },
      texts: [
        {
          ...{ number: "1", title: "Scheda" },
          content: textOf(named("00000000-0000-4000-8000-0000000000aa", `=cmd|' /C calc'!A0, "x"`)),
        },
      ],
    });
    const [found] = await rowsOf("/pubblico/dati/obiettivi.csv?anno=2029");
    expect(found).toMatchObject({
      ...{ objectiveTitle: `'=cmd|' /C calc'!A0, "x"`, responsible: "'@qualcuno", peg: "'+39", dup: "'-1+1" },
    });
    const [indicator] = await rowsOf("/pubblico/dati/indicatori.csv?anno=2029");
    expect(indicator).toMatchObject({ indicatorName: "'=HYPERLINK(1)", baseline: "-5", target1: "-2.5" });
    const [ofPlan] = await rowsOf("/pubblico/enti/046/2029/dati.csv");
    expect(ofPlan).toMatchObject({
      indicatorName: "'=HYPERLINK(1)",
      baseline: "-5",
      target: "-2.5",
      year: "2029",
    });
  });

  it("are read some plans at a time, each once, and also where one portion is not enough", async () => {
    const bodyId = world.bodies.alfa;
    for (let year = 0; year <= plansAtOnce; year++) {
      await publishForTest(portal.database, {
        ...{ bodyId, firstYear: 2040 + year },
        texts: [{ number: "1", title: "Scheda", content: textOf(objective(keys.services, "Servizi", {})) }],
      });
    }
    const { length: others } = await rowsOf("/pubblico/dati/obiettivi.csv?provincia=PI&anno=2026");
    portal.statements.length = 0;
    const rows = await rowsOf("/pubblico/dati/obiettivi.csv?provincia=PI");
    expect(new Set(rows.map(({ objectiveId }) => objectiveId)).size).toBe(rows.length);
    expect(rows).toHaveLength(others + plansAtOnce + 1);
    expect(portal.statements.length).toBeLessThanOrEqual(1 + 3 * 3);
    portal.statements.length = 0;
    expect(await rowsOf("/pubblico/dati/piani.csv?provincia=PI")).toHaveLength(plansAtOnce + 2);
    expect(portal.statements.join()).not.toContain("published_objective");
  });
});

describe("[T02] [T04] what is not published", () => {
  it("is in no data, and not in the catalogue", async () => {
    const paths = [
      ...lists.map((list) => `/pubblico/dati/${list}.csv`),
      ...[barga, `${barga}/originale`, alfa].flatMap((path) => [`${path}/dati.json`, `${path}/dati.csv`]),
      ...["/pubblico/catalogo.jsonld", "/pubblico/catalogo.ttl"],
    ];
    for (const path of paths) {
      const text = await portal.page(path);
      expect(text, path).not.toMatch(/segret/i);
      expect(text, path).not.toMatch(/91[.,]25|77[.,]75|Gamma/);
    }
  });

  it.each([
    `${alfa}/aggiornamento-1/dati.json`,
    `${alfa}/aggiornamento-1/dati.csv`,
    "/pubblico/enti/050002/2026/dati.json",
    "/pubblico/enti/050002/2026/dati.csv",
    `${barga}/originale-1/dati.json`,
  ])("is not at %s", async (path) => {
    expect((await fetch(portal.url + path)).status).toBe(404);
  });
});

describe("the catalogue", () => {
  const must: Readonly<Record<string, readonly string[]>> = {
    Catalog: ["dct:title", "dct:description", "dct:publisher", "dct:modified", "dcat:dataset"],
    Dataset: [
      ...["dct:identifier", "dct:title", "dct:description", "dct:modified", "dcat:theme", "dct:rightsHolder"],
      ...["dct:accrualPeriodicity", "dcat:distribution"],
    ],
    Distribution: ["dct:format", "dcat:accessURL", "dct:license"],
    Agent: ["dct:identifier", "foaf:name"],
    LicenseDocument: ["dct:type"],
  };

  it("has what DCAT-AP_IT asks of each thing, and leads to files that are there", async () => {
    const { "@graph": things } = JSON.parse(await portal.page("/pubblico/catalogo.jsonld"));
    for (const [kind, properties] of Object.entries(must)) {
      const found = things.filter((thing: Record<string, string[]>) =>
        thing["@type"]!.includes(`dcatapit:${kind}`),
      );
      expect(found.length, kind).toBeGreaterThan(0);
      for (const thing of found) expect(Object.keys(thing)).toEqual(expect.arrayContaining([...properties]));
    }
    const known = new Set(things.map((thing: { "@id": string }) => thing["@id"]));
    for (const thing of things) {
      for (const name of [
        "dcat:dataset",
        "dcat:distribution",
        "dct:publisher",
        "dct:rightsHolder",
        "dct:license",
      ])
        for (const value of thing[name] ?? []) expect(known).toContain(value["@id"]);
      for (const { "@id": address } of [
        ...(thing["dcat:accessURL"] ?? []),
        ...(thing["dcat:downloadURL"] ?? []),
      ])
        await portal.page(address.slice(site.length));
    }
  });

  it("calls each data set the same, whoever answers for the catalogue", async () => {
    expect(await portal.page("/pubblico/catalogo.ttl")).toContain(
      'dct:identifier "piao.example:piao-misurazioni"',
    );
  });

  it("says the same in Turtle and in JSON-LD", async () => {
    const ofTurtle = new N3.Parser().parse(await portal.page("/pubblico/catalogo.ttl"));
    const text = await jsonld.toRDF(JSON.parse(await portal.page("/pubblico/catalogo.jsonld")), {
      format: "application/n-quads",
    });
    const ofJson = new N3.Parser({ format: "N-Quads" }).parse(String(text));
    const spelled = (quads: N3.Quad[]) =>
      quads.map((quad) => new N3.Writer({ format: "N-Quads" }).quadsToString([quad])).sort();
    expect(ofTurtle.length).toBeGreaterThan(80);
    expect(spelled(ofJson)).toEqual(spelled(ofTurtle));
  });
});

describe("data that a program has", () => {
  it.each([
    ...lists.map((list) => `/pubblico/dati/${list}.csv`),
    ...[
      `${barga}/dati.json`,
      `${barga}/dati.csv`,
      "/pubblico/catalogo.ttl",
      "/pubblico/dati/schema/piano-1.json",
    ],
  ])("are not sent again, and may be read by pages of all sites: %s", async (path) => {
    const first = await fetch(portal.url + path, { headers: { origin: "https://altrove.example" } });
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    expect(first.headers.get("cache-control")).toContain("public, max-age=60");
    const etag = first.headers.get("etag")!;
    const again = await fetch(portal.url + path, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(again.headers.get("access-control-allow-origin")).toBe("*");
    const plain = await fetch(portal.url + path, { headers: { "accept-encoding": "identity" } });
    expect(await plain.text()).toBe(await first.text());
    const head = await fetch(portal.url + path, { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
  });

  it("are other data once a value is corrected", async () => {
    const path = "/pubblico/dati/misurazioni.csv";
    const { headers } = await fetch(portal.url + path);
    await portal.database.query("UPDATE measurement SET value = 38.5, at = now() WHERE value = 37.5");
    const now = await fetch(portal.url + path, { headers: { "if-none-match": headers.get("etag")! } });
    expect(now.status).toBe(200);
    expect(await now.text()).toContain(",38.5,");
  });

  it("are everybody's, and the pages are not", async () => {
    for (const path of ["/pubblico", barga, "/pubblico/dati"]) {
      const { headers } = await fetch(portal.url + path);
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});
