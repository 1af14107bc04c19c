import pg from "pg";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { complaintsOn, useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();
const act = { name: "delibera.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nAtto") };

// The whole review is tried elsewhere: here the plan of Capannori and all that stands in it are validated already.
beforeAll(async () => {
  const database = new pg.Client({ connectionString: demo.server.databaseUrl });
  await database.connect();
  try {
    await database.query(`
      UPDATE section SET state = 'VALIDATED' WHERE office_id IS NOT NULL OR plan_id IN (
        SELECT p.id FROM plan p JOIN body b ON b.id = p.body_id WHERE b.name = 'Capannori' AND p.first_year = 2026)`);
    await database.query(`UPDATE plan SET state = 'VALIDATED'
      WHERE first_year = 2026 AND body_id = (SELECT id FROM body WHERE name = 'Capannori')`);
  } finally {
    await database.end();
  }
});

async function openPlan(name: string): Promise<Page> {
  const page = await demo.enter(name);
  await page.getByRole("region", { name: "I tuoi piani" }).getByRole("link", { name: /2026/ }).click();
  await page.getByRole("heading", { level: 1, name: /Capannori/ }).waitFor();
  return page;
}

const adoptions = (page: Page) => page.getByRole("table", { name: "Adozioni e pubblicazioni" });

describe("a validated plan", () => {
  it("is adopted with its act by the secretary, who hears what is wrong with it, and put online", async () => {
    const page = await openPlan("Francesca");
    const complaints = complaintsOn(page);
    await page.getByRole("button", { name: "Adotta il piano" }).click();
    const dialog = page.getByRole("dialog", { name: "Adottare il piano" });
    await dialog.getByRole("button", { name: "Adotta il piano" }).click();
    await dialog.getByRole("alert").getByText("File dell’atto: ").waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await dialog.getByLabel("Numero dell’atto").fill("12");
    await dialog.getByLabel("Data dell’atto").fill("2026-01-29");
    await dialog.getByLabel("File dell’atto").setInputFiles({ ...act, buffer: Buffer.from("<html>") });
    await dialog.getByRole("button", { name: "Adotta il piano" }).click();
    await dialog.getByRole("alert").getByText("non è un PDF").waitFor();
    // What the browser itself says of a refused request is no complaint of the page.
    complaints.length = 0;
    await dialog.getByLabel("File dell’atto").setInputFiles(act);
    await dialog.getByRole("button", { name: "Adotta il piano" }).click();
    await dialog.waitFor({ state: "detached" });
    await adoptions(page).getByText("Deliberazione della Giunta n. 12 del 29 gennaio 2026").waitFor();
    await adoptions(page).getByText("Non ancora pubblicato").waitFor();

    // The number was another: nobody outside has read it yet.
    await page.getByRole("button", { name: "Annulla l’adozione" }).click();
    const annulling = page.getByRole("dialog", { name: "Annullare l’adozione?" });
    await annulling.getByLabel("Motivo dell’annullamento").fill("Il numero dell’atto è 21.");
    expect(await barriersOf(page)).toEqual([]);
    await annulling.getByRole("button", { name: "Annulla l’adozione" }).click();
    await annulling.waitFor({ state: "detached" });
    await page.getByRole("status").getByText("Il piano è validato").waitFor();
    // Its button is gone: by keyboard one goes on from the heading.
    const focused = () => page.evaluate(() => document.activeElement?.tagName);
    await expect.poll(focused).toBe("H1");
    expect(await adoptions(page).count()).toBe(0);
    await page.getByRole("button", { name: "Adotta il piano" }).click();
    await dialog.getByLabel("Numero dell’atto").fill("21");
    await dialog.getByLabel("Data dell’atto").fill("2026-01-29");
    await dialog.getByLabel("File dell’atto").setInputFiles(act);
    await dialog.getByRole("button", { name: "Adotta il piano" }).click();
    await dialog.waitFor({ state: "detached" });
    await adoptions(page).getByText("Deliberazione della Giunta n. 21 del 29 gennaio 2026").waitFor();

    await page.getByRole("button", { name: "Pubblica il piano" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Pubblica il piano" }).click();
    const link = adoptions(page).getByRole("link", { name: "Leggi nel portale pubblico" });
    expect(await link.getAttribute("href")).toBe("/pubblico/enti/046007/2026/originale");
    expect(await barriersOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("is then amended by who writes it, in the sections that they choose", async () => {
    const page = await openPlan("Paolo");
    await page.getByRole("button", { name: "Apri un aggiornamento" }).click();
    const dialog = page.getByRole("dialog", { name: "Aprire l’aggiornamento n. 1" });
    await dialog.getByRole("checkbox", { name: "2.2 Performance" }).check();
    await dialog.getByRole("button", { name: "Apri un aggiornamento" }).click();
    await dialog.getByRole("alert").getByText("Motivo dell’aggiornamento: ").waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await dialog.getByLabel("Motivo dell’aggiornamento").fill("Nuovo avviso di finanziamento.");
    await dialog.getByRole("button", { name: "Apri un aggiornamento" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Il piano è in preparazione").waitFor();
    await page.getByRole("link", { name: "Performance", exact: true }).click();
    await page.locator('.ProseMirror[contenteditable="true"]').waitFor();
  });
});
