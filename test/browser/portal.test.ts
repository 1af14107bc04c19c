import {
  heading,
  hostile,
  insert,
  keys,
  objective,
  publishForTest,
  type Statements,
  textOf,
} from "@upiao/test";
import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { complaintsOn, useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();
const plan = "/pubblico/enti/046003/2026";
let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: demo.server.databaseUrl });
  await client.connect();
  await publishPlans({ query: async (statement, values) => (await client.query(statement, values)).rows });
});

afterAll(() => client?.end());

async function publishPlans(database: Statements): Promise<void> {
  const idOf = async (istatCode: string) =>
    (await database.query("SELECT id FROM body WHERE istat_code = $1", [istatCode]))[0]!.id!;
  const content = (word: string) =>
    textOf(
      heading("Servizi"),
      `Il valore pubblico cresce ${word} in città.`,
      { type: "block", attrs: { kind: "bullet" }, content: [{ type: "text", text: "uno sportello solo" }] },
      {
        type: "table",
        content: [
          {
            type: "tableRow",
            content: ["Voce", "Valore"].map((text) => ({
              ...{ type: "tableHeader", content: [{ type: "text", text }] },
            })),
          },
          {
            type: "tableRow",
            content: ["Dipendenti", "61"].map((text) => ({
              ...{ type: "tableCell", content: [{ type: "text", text }] },
            })),
          },
        ],
      },
      objective(keys.services, "Risposte rapide", { items: "RA4.1.1" }, [
        {
          ...{ key: keys.days, name: "Giorni di attesa", unit: "DAYS", direction: "DOWN", baseline: "30" },
          ...{ target1: "20", target2: "15", target3: "10" },
        },
      ]),
      hostile,
    );
  const text = (word: string) => [{ number: "9.1", title: "Valore pubblico", content: content(word) }];
  const [barga, capannori] = [await idOf("046003"), await idOf("046007")];
  const files = { pdf: Buffer.from("%PDF-1.7 piano di prova") };
  await publishForTest(database, { bodyId: barga, texts: text("poco"), files });
  await publishForTest(database, { bodyId: barga, amendment: 1, texts: text("molto"), files: {} });
  await publishForTest(database, { bodyId: capannori, texts: text("assai") });
  const [section] = await database.query("SELECT id FROM section WHERE code = '9.1' LIMIT 1");
  const common = { section_id: section!.id, place: 900 };
  const objectiveId = await insert(database, "objective", { ...common, key: keys.services, title: "Bozza" });
  const indicatorId = await insert(database, "indicator", {
    ...{
      ...common,
      objective_id: objectiveId,
      key: keys.days,
      name: "Bozza",
      unit: "DAYS",
      direction: "DOWN",
    },
  });
  const [user] = await database.query("SELECT id FROM user_account LIMIT 1");
  const reading = { indicator_id: indicatorId, body_id: barga, by_user_id: user!.id, year: 2026, round: 1 };
  await insert(database, "measurement", { ...reading, value: 18 });
}

const withoutScripts = { javaScriptEnabled: false };
const open = (path: string, options = {}) => demo.arrive(options, demo.url + path);
const main = (page: Page) => page.getByRole("main");

describe("the public portal, without JavaScript", () => {
  it("leads from a word to the text in which it stands, and on to what was changed", async () => {
    const page = await open("/pubblico", withoutScripts);
    await page.getByLabel("Parole da cercare").fill("citta sportello");
    await page.getByRole("button", { name: "Cerca" }).click();
    expect(await main(page).getByRole("listitem").count()).toBe(2);
    expect(await page.locator("mark").first().textContent()).toMatch(/città|sportello/);
    await page.getByText("Restringi la ricerca").click();
    await page.getByLabel("Ente", { exact: true }).fill("barga");
    await page.getByRole("button", { name: "Cerca" }).click();
    await main(page).getByRole("link", { name: "9.1 Valore pubblico" }).click();
    expect(page.url()).toBe(`${demo.url}${plan}#testo-1`);
    await main(page).getByText("cresce molto in città").waitFor();
    await page.getByRole("link", { name: /^Vedi le differenze/ }).click();
    expect(await page.locator("ins").allInnerTexts()).toEqual([expect.stringContaining("molto")]);
    expect(await page.locator("del").allInnerTexts()).toEqual([expect.stringContaining("poco")]);
  });

  it("verifies a downloaded file, and finds the byte that was changed in it [T41]", async () => {
    const page = await open("/pubblico/verifica", withoutScripts);
    const bytes = Buffer.from(await (await fetch(`${demo.url}${plan}/originale/piano.pdf`)).arrayBuffer());
    const verify = async (buffer: Buffer) => {
      await page.getByLabel("File da verificare").setInputFiles({
        ...{ name: "piano.pdf", mimeType: "application/pdf", buffer },
      });
      await page.getByRole("button", { name: "Verifica il file" }).click();
    };
    await verify(bytes);
    await page.getByText("Il file è autentico").waitFor();
    await page.getByText("Attenzione: questa versione non è più in vigore").waitFor();
    bytes[3]! ^= 1;
    await verify(bytes);
    await page.getByText("Il file non è tra quelli pubblicati").waitFor();
  });

  it("speaks English to who asks for it, about the same Italian text", async () => {
    const page = await open(plan, withoutScripts);
    await page.getByRole("link", { name: "English version" }).click();
    await page.getByText("Text in force: Amendment no. 1").waitFor();
    await page.getByRole("link", { name: "Objectives, indicators and measurements" }).click();
    await page.getByRole("heading", { level: 1, name: "Objectives, indicators and measurements" }).waitFor();
    await page.getByRole("img", { name: /Expected: 2026: 20 days.*Measured: 2026: 18 days/ }).waitFor();
  });
});

const paths = [
  ...["/pubblico", "/pubblico/cerca?q=valore", "/pubblico/enti/046003", plan, `${plan}/originale`],
  ...[`${plan}/confronto?da=0&a=1`, `${plan}/indicatori`, "/pubblico/confronta?a=046003/2026&b=046007/2026"],
  ...["/pubblico/verifica?impronta=1", "/pubblico/accessibilita", "/pubblico/note", "/pubblico/niente"],
];

describe("every page of the portal", () => {
  it("has no barrier that axe knows, in the font of the Italian public bodies, and breaks no rule of ours", async () => {
    const page = await open("/pubblico");
    const complaints = complaintsOn(page);
    for (const path of paths) {
      await page.goto(demo.url + path);
      for (const details of await page.locator("details").all()) {
        await details.evaluate((element) => element.setAttribute("open", ""));
      }
      expect(await barriersOf(page), path).toEqual([]);
      expect(await page.evaluate(() => document.fonts.check('16px "Titillium Web"')), path).toBe(true);
    }
    expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
  });

  it("fits a phone of 360 points", async () => {
    const page = await open("/pubblico", { viewport: { width: 360, height: 740 } });
    for (const path of paths) {
      await page.goto(demo.url + path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });

  it("is the server's own also where the pages of the desk are kept on the device", async () => {
    const page = await open("/");
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
    await page.reload();
    await page.goto(demo.url + plan);
    await page.getByText("Testo in vigore: Aggiornamento n. 1").waitFor();
  });
});
