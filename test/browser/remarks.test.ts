import { publishForTest, textOf } from "@upiao/test";
import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { complaintsOn, useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();
/** The demonstration plans nothing for these years. */
const plan = "/pubblico/enti/046003/2031";
let client: pg.Client;
let bodyId: string;

beforeAll(async () => {
  client = new pg.Client({ connectionString: demo.server.databaseUrl });
  await client.connect();
  const database = {
    query: async (statement: string, values?: unknown[]) => (await client.query(statement, values)).rows,
  };
  bodyId = (await database.query("SELECT id FROM body WHERE istat_code = '046003'"))[0].id;
  const texts = [
    { number: "9.1", title: "Valore pubblico", content: textOf("Lo sportello apre di lunedì.") },
  ];
  await publishForTest(database, { bodyId, firstYear: 2031, texts });
});

afterAll(() => client?.end());

/** As a person does who reads and types: sooner, the form is taken for a program's. */
async function write(page: Page, words: string): Promise<void> {
  await page.getByLabel("La tua osservazione").pressSequentially(words, { delay: 3_500 / words.length });
  await page.getByRole("button", { name: "Invia all'ente" }).click();
}

describe("a citizen's remark", () => {
  it("is written without JavaScript, read by the body, published with an answer, and then by everybody", async () => {
    const citizen = await demo.arrive({ javaScriptEnabled: false }, demo.url + plan);
    await citizen.getByRole("link", { name: "Scrivi un'osservazione" }).click();
    await citizen.getByLabel("Riguarda").selectOption("9.1");
    await citizen.getByLabel("Nome (facoltativo)").fill("Anna Rossi");
    await write(citizen, "Lo sportello apra anche di sabato.");
    await citizen.getByRole("heading", { level: 1, name: "Osservazione inviata" }).waitFor();
    await citizen.getByRole("link", { name: "Torna alle osservazioni" }).click();
    await citizen.getByText("Nessuna osservazione è ancora stata pubblicata.").waitFor();

    const officer = await demo.enter("Giulia");
    const complaints = complaintsOn(officer);
    await officer.getByRole("link", { name: "Osservazioni (1 nuova)" }).click();
    await officer.getByRole("heading", { level: 3, name: "Anna Rossi" }).waitFor();
    expect(await barriersOf(officer)).toEqual([]);
    await officer.getByRole("button", { name: "Pubblica", exact: true }).click();
    await officer.getByLabel("Risposta dell’ente (facoltativa)").fill("Dal 1º marzo.");
    expect(await barriersOf(officer)).toEqual([]);
    await officer.getByRole("dialog").getByRole("button", { name: "Pubblica", exact: true }).click();
    await officer.getByText("Osservazione pubblicata.").waitFor();
    await officer.getByRole("tab", { name: "Pubblicate: 1" }).click();
    await officer.getByText("Dal 1º marzo.").waitFor();
    expect(complaints).toEqual([]);

    await citizen.reload();
    await citizen.getByText("Lo sportello apra anche di sabato.").waitFor();
    await citizen.getByText("Dal 1º marzo.").waitFor();
    // The officer has not chosen to show it.
    expect(await citizen.getByText("Anna Rossi").count()).toBe(0);
  });

  it("that is too short stays in the form, which says why", async () => {
    const page = await demo.arrive({}, `${demo.url}${plan}/osservazioni`);
    await page.getByLabel("La tua osservazione").evaluate((area) => area.removeAttribute("minlength"));
    await write(page, "Troppo corta.");
    await page.getByText("Scrivi almeno 20 caratteri.").waitFor();
    expect(await page.getByLabel("La tua osservazione").inputValue()).toBe("Troppo corta.");
  });
});

describe("open data", () => {
  it.each([
    ["/pubblico/catalogo.ttl", "dcatapit:Catalog"],
    ["/pubblico/catalogo.jsonld", "dcatapit:Catalog"],
    ["/pubblico/dati/piani.csv?anno=2031", "Barga"],
    [`${plan}/dati.json`, "piano-1.json"],
  ])("are served by the built server: %s", async (path, word) => {
    expect(await (await fetch(demo.url + path)).text()).toContain(word);
  });
});

describe("the pages around it", () => {
  it("have no barrier that axe knows, and fit a phone", async () => {
    const page = await demo.arrive({ viewport: { width: 360, height: 740 } }, demo.url + plan);
    for (const path of [`${plan}/osservazioni`, `${plan}/osservazioni/grazie`, "/pubblico/dati", plan]) {
      await page.goto(demo.url + path);
      expect(await barriersOf(page), path).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
});
