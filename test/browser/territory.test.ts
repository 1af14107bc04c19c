import { readFile } from "node:fs/promises";
import { clearObjectives } from "@upiao/test";
import pg from "pg";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();

/** What each body has read of the one indicator that this file puts into the shared section. */
const readings: Readonly<Record<string, readonly [number, number, number]>> = {
  Barga: [22, 30, 36],
  Capannori: [25, 45, 60],
  "Coreglia Antelminelli": [20, 22, 24],
  Gallicano: [30, 40, 50],
};

beforeAll(async () => {
  const client = new pg.Client({ connectionString: demo.server.databaseUrl });
  await client.connect();
  try {
    const one = async (statement: string, values: unknown[]): Promise<string> =>
      (await client.query(`${statement} RETURNING id`, values)).rows[0].id;
    await clearObjectives(client);
    const { rows } = await client.query("SELECT id FROM section WHERE code = 'STRATEGIA'");
    const sectionId = rows[0].id;
    const objective = await one(
      "INSERT INTO objective (section_id, key, place, title, items) VALUES ($1, 'prova', 1, $2, '{RA2.1.1}')",
      [sectionId, "=Servizi interamente in rete"],
    );
    const indicator = await one(
      `INSERT INTO indicator (section_id, objective_id, key, place, name, unit, direction, baseline)
       VALUES ($1, $2, 'prova', 1, 'Servizi disponibili in rete', 'PERCENT', 'UP', 20)`,
      [sectionId, objective],
    );
    await client.query("INSERT INTO target VALUES ($1, 2026, 60), ($1, 2027, 75), ($1, 2028, 90)", [
      indicator,
    ]);
    for (const [name, values] of Object.entries(readings)) {
      for (const [index, value] of values.entries()) {
        await client.query(
          `INSERT INTO measurement (indicator_id, body_id, year, round, value, by_user_id)
           SELECT $1, b.id, $2, 1, $3, (SELECT id FROM user_account LIMIT 1) FROM body b WHERE b.name = $4 AND b.province_sign = 'LU'`,
          [indicator, 2024 + index, value, name],
        );
      }
    }
  } finally {
    await client.end();
  }
});

const territory = "/territorio?anno=2026";

async function open(name: string, path: string, options = {}): Promise<Page> {
  const page = await demo.enter(name, options);
  await page.goto(demo.url + path);
  return page;
}

const rowOf = (page: Page, name: string) =>
  page.getByRole("table", { name: "Enti del territorio" }).getByRole("row", { name: new RegExp(name) });

describe("the territory of a Province", () => {
  it("is one click away for who works on its plans, and nowhere for others", async () => {
    const silvia = await demo.enter("Silvia");
    await silvia.getByRole("navigation").getByRole("link", { name: "Territorio" }).click();
    await silvia.getByRole("heading", { level: 1, name: "Territorio" }).waitFor();
    await silvia.getByRole("table", { name: "Enti del territorio" }).waitFor();
    for (const name of ["Paolo", "Chiara"]) {
      const page = await demo.enter(name);
      expect(await page.getByRole("link", { name: "Territorio" }).count()).toBe(0);
      await page.goto(demo.url + territory);
      await page.getByRole("heading", { level: 1, name: "Pagina non trovata" }).waitFor();
    }
  });

  it("shows of each body colour, figure and word, and beside each figure how it is made", async () => {
    const page = await open("Silvia", territory);
    await rowOf(page, "Capannori").waitFor();
    expect(await rowOf(page, "Capannori").textContent()).toMatch(/100\s?%\s+raggiunto/);
    expect(await rowOf(page, "Barga").textContent()).toMatch(/40\s?%\s+sotto il 50/);
    expect(await rowOf(page, "Barga").textContent()).toContain("Pubblicato");
    expect(await rowOf(page, "Fosciandora").textContent()).toContain("Non consultabile");
    expect(await rowOf(page, "Fosciandora").textContent()).toContain("non misurato");
    const main = await page.getByRole("main").textContent();
    expect(main).toContain("Enti: 4 su 5");
    expect(main).toContain("ogni ente pesa uno");
    expect(main).toContain("Di un ente non c’è un piano che tu possa leggere");
    const shades = await page
      .locator(".heat-reached")
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundColor);
    expect(shades).toBe("rgb(0, 102, 63)");
  });

  it("becomes a ranking", async () => {
    const page = await open("Silvia", territory);
    await page.getByLabel("Ordina per").selectOption("progress");
    const names = await page
      .getByRole("table", { name: "Enti del territorio" })
      .getByRole("rowheader")
      .allInnerTexts();
    expect(names.map((name) => name.replace(/\s+/g, " ").trim())).toEqual([
      "Comune di Capannori Posizione 1",
      "Comune di Gallicano Posizione 2",
      "Comune di Barga Posizione 3",
      "Comune di Coreglia Antelminelli Posizione 4",
      "Comune di Fosciandora",
    ]);
  });

  it("draws charts under the policy of the server, each with its table by keyboard and its file", async () => {
    const page = await demo.enter("Silvia");
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(demo.url + territory);
    const trend = page.getByRole("figure", { name: "Andamento su tre anni" });
    const chart = trend.locator("svg.chart");
    expect(await chart.getAttribute("aria-label")).toMatch(/2026: 56\s?%/);
    expect(await chart.locator("circle").count()).toBe(3);
    const box = (await chart.boundingBox())!;
    expect(box.height).toBeGreaterThan(100);
    // The line goes up: it is really laid out, not only there.
    const heights = await chart
      .locator("circle")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y));
    expect(heights[0]! > heights[1]! && heights[1]! > heights[2]!).toBe(true);
    await trend.getByText("Dati in tabella").focus();
    await page.keyboard.press("Enter");
    expect(await trend.getByRole("table").getByRole("row").count()).toBe(4);
    const download = page.waitForEvent("download");
    await trend.getByRole("button", { name: /^Scarica CSV/ }).click();
    const csv = await readFile(await (await download).path(), "utf8");
    expect(csv).toMatch(/^\uFEFFAnno;Progresso;Enti che hanno misurato\r\n2024;/);
    expect(complaints).toEqual([]);
  });

  it("says which expected results nobody addresses", async () => {
    const page = await open("Silvia", territory);
    await page.getByText("almeno un ente: 1 su 59.").waitFor();
    await page.getByText("Mostra i risultati attesi").click();
    const table = page.getByRole("table", { name: "Copertura del Piano triennale" });
    expect(await table.getByRole("row", { name: /RA2\.1\.1/ }).textContent()).toContain("Enti: 5 su 5");
    await page.getByLabel(/Solo quelli che nessun ente affronta/).check();
    expect(await table.getByRole("row").count()).toBe(59);
  });
});

describe("all Comuni of a Province", () => {
  it("have each a line, and a page where something of them may be read", async () => {
    const page = await open("Silvia", territory);
    await page.getByLabel("Ambito").selectOption({ label: "Tutti i Comuni: Provincia di Lucca" });
    await rowOf(page, "Altopascio").waitFor();
    expect(await rowOf(page, "Altopascio").getByRole("link").count()).toBe(0);
    expect(await rowOf(page, "Barga").getByRole("link").count()).toBe(1);
  });
});

describe("the services of the hub", () => {
  it("are taken by so many bodies, since when, and not by others: as a chart, a table and a file", async () => {
    const page = await open("Silvia", territory);
    const card = page.getByRole("region", { name: "Adesione ai servizi del polo" });
    const chart = card.locator("svg.chart");
    expect(await chart.getAttribute("aria-label")).toMatch(/Ufficio bandi: 2/);
    expect(await chart.locator("rect").count()).toBe(6);
    await card.getByText("Mostra chi aderisce e chi no").click();
    const table = card.getByRole("table", { name: "Adesioni ente per ente" });
    const row = await table.getByRole("row", { name: /Ufficio bandi/ }).textContent();
    expect(row).toMatch(/2 su 5/);
    expect(row).toMatch(/Comune di Barga \(dal \d/);
    expect(row).toContain("Comune di Gallicano");
    const download = page.waitForEvent("download");
    await card.getByRole("button", { name: "Scarica CSV: Adesioni ente per ente" }).click();
    const csv = await readFile(await (await download).path(), "utf8");
    expect(csv).toMatch(/^\uFEFFServizio;Ente;Stato;Dal;Al\r\n/);
    expect(csv.split("\r\n")).toHaveLength(1 + 6 * 5);
    expect(csv).toMatch(/Ufficio bandi;Comune di Barga;aderisce;\d/);
    expect(csv).toMatch(/Ufficio bandi;Comune di Gallicano;non aderisce;;/);
    expect(await barriersOf(page)).toEqual([]);
  });
});

describe("how one body goes", () => {
  it("is reached from the table, with the values against what was expected and what is missing", async () => {
    const page = await open("Silvia", territory);
    await rowOf(page, "Capannori").getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: "Andamento: Comune di Capannori" }).waitFor();
    const figure = page.getByRole("figure", { name: "Servizi disponibili in rete" });
    await figure.getByText("Dati in tabella").click();
    const cells = await figure.getByRole("table").getByRole("row").allInnerTexts();
    expect(cells.map((row) => row.replace(/\s+/g, " "))).toEqual([
      "Anno Valore Valore atteso",
      "2024 25 % –",
      "2025 45 % –",
      "2026 60 % 60 %",
      "2027 – 75 %",
      "2028 – 90 %",
    ]);
    await page.getByText("Ogni indicatore ha un valore atteso e una lettura.").waitFor();
    await page.getByLabel("Anno").selectOption("2027");
    await page.getByText("(manca la lettura)").waitFor();
  });

  it("is one's own from the desk, and no neighbour's before it publishes", async () => {
    const page = await demo.enter("Anna");
    await page.getByRole("link", { name: "Andamento di: Comune di Gallicano" }).click();
    await page.getByRole("heading", { level: 1, name: "Andamento: Comune di Gallicano" }).waitFor();
    const own = page.url();
    const paolo = await demo.enter("Paolo");
    await paolo.goto(own);
    await paolo.getByRole("heading", { level: 1, name: "Pagina non trovata" }).waitFor();
  });
});

describe.each([
  ["a laptop", { width: 1280, height: 800 }],
  ["a phone", { width: 360, height: 740 }],
])("on %s", (name, viewport) => {
  it("neither page has a barrier that axe finds, nor scrolls sideways, and on paper there is no menu", async () => {
    const page = await open("Silvia", territory, { viewport });
    const look = async (at: string) => {
      const sideways = await page.evaluate(() => document.body.scrollWidth - innerWidth);
      expect({ at, barriers: await barriersOf(page), sideways }).toEqual({ at, barriers: [], sideways: 0 });
      const folder = process.env.UPIAO_SCREENSHOTS;
      if (folder)
        await page.screenshot({ path: `${folder}/${at}-${name.replace(" ", "-")}.png`, fullPage: true });
    };
    await rowOf(page, "Capannori").waitFor();
    for (const summary of await page.locator("summary").all()) await summary.click();
    await look("territorio");
    await rowOf(page, "Capannori").getByRole("link").click();
    await page.getByRole("figure", { name: "Servizi disponibili in rete" }).waitFor();
    await look("andamento");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("banner").isVisible()).toBe(false);
  });
});
