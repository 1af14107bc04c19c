import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { complaintsOn, textOf, typeAtTheEnd, untilSaved, useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();

// Nobody of the demonstration works for a Province without an office: the editor of Pisa becomes the RTD and the administrator of hers.
beforeAll(async () => {
  const database = new pg.Client({ connectionString: demo.server.databaseUrl });
  await database.connect();
  try {
    await database.query(`
      INSERT INTO membership (user_id, body_id, role)
      SELECT u.id, b.id, role FROM user_account u, body b, unnest(ARRAY['RTD', 'ADMIN']) role
       WHERE u.email = 'redattore.pisa@upiao.example' AND b.name = 'Provincia di Pisa'`);
  } finally {
    await database.end();
  }
});

describe("a Province without an office", () => {
  it("founds it, admits a Comune and begins what they write together, by keyboard", async () => {
    const page = await demo.enter("Luca");
    const complaints = complaintsOn(page);
    await page.getByRole("button", { name: "Costituisci l’ufficio associato" }).press("Enter");
    const founding = page.getByRole("dialog", { name: "Costituisci l’ufficio associato" });
    expect(await barriersOf(page)).toEqual([]);
    await founding.getByRole("button", { name: "Costituisci l’ufficio" }).press("Enter");
    await founding.getByRole("link", { name: /^Nome dell’ufficio/ }).waitFor();
    await founding.getByLabel("Nome dell’ufficio").fill("Ufficio digitale della Val d’Era");
    await founding.getByLabel("Atto della convenzione").fill("Convenzione rep. n. 12 del 14 marzo 2025");
    await founding.getByLabel("Data della convenzione").fill("2025-03-14");
    await founding.getByRole("button", { name: "Costituisci l’ufficio" }).press("Enter");
    const card = page.getByRole("region", { name: "Il tuo ufficio associato" });
    await card.getByText("Ufficio digitale della Val d’Era").waitFor();
    // What was pressed is gone: the focus is where its fruit is.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("Il tuo ufficio associato");

    await card.getByRole("button", { name: "Aggiungi un ente" }).press("Enter");
    const admitting = page.getByRole("dialog", { name: "Aggiungi un ente all’ufficio" });
    const search = admitting.getByRole("combobox", { name: "Ente che aderisce" });
    // One that is in the office of Lucca.
    await search.fill("Capannori");
    await admitting.getByRole("option", { name: /Capannori/ }).waitFor();
    await search.press("ArrowDown");
    await search.press("Enter");
    await admitting.getByRole("button", { name: "Aggiungi l’ente" }).press("Enter");
    await admitting.getByRole("link", { name: /partecipa già a un ufficio associato/ }).press("Enter");
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await barriersOf(page)).toEqual([]);
    await search.fill("Pontedera");
    await admitting.getByRole("option", { name: /Pontedera/ }).waitFor();
    await search.press("ArrowDown");
    await search.press("Enter");
    await admitting.getByRole("button", { name: "Aggiungi l’ente" }).press("Enter");
    await card.getByRole("listitem").filter({ hasText: "Pontedera" }).waitFor();

    await card.getByRole("button", { name: "Inizia la strategia condivisa" }).press("Enter");
    const starting = page.getByRole("dialog", { name: "Inizia la strategia condivisa di un triennio" });
    await starting.getByLabel("Da quale strategia partire").waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await starting.getByRole("button", { name: "Inizia la strategia" }).press("Enter");
    await untilSaved(page);
    await typeAtTheEnd(page, "Scriviamo insieme.");
    await textOf(page).getByText("Scriviamo insieme.").waitFor();
    await untilSaved(page);
    expect(complaints).toEqual([]);

    await page.goto(demo.url);
    await page.getByText("Ufficio digitale della Val d’Era").first().waitFor();
    await card.getByRole("button", { name: "Inizia la strategia condivisa" }).press("Enter");
    await starting.getByLabel("Triennio").waitFor();
    // A later one begins from what was just written, unless somebody wants it empty.
    await starting.getByLabel("Triennio").selectOption({ index: 1 });
    const from = starting.getByLabel("Da quale strategia partire");
    await expect.poll(() => from.locator("option").count()).toBe(2);
    expect(await from.inputValue()).not.toBe("");
    await starting.getByRole("button", { name: "Annulla" }).press("Enter");

    await card.getByRole("button", { name: "Registra l’uscita di un ente" }).press("Enter");
    const leaving = page.getByRole("dialog", { name: "Registra l’uscita di un ente dall’ufficio" });
    expect(await barriersOf(page)).toEqual([]);
    await leaving.getByRole("button", { name: "Registra l’uscita" }).press("Enter");
    await leaving.getByRole("link", { name: /^Ente che esce/ }).waitFor();
    await leaving.getByLabel("Ente che esce").selectOption("Comune di Pontedera");
    await leaving.getByRole("button", { name: "Registra l’uscita" }).press("Enter");
    await card.getByRole("listitem").filter({ hasText: "Pontedera" }).waitFor({ state: "detached" });
    expect(await card.getByRole("button", { name: "Registra l’uscita di un ente" }).count()).toBe(0);
  });

  it("is not offered what only its RTD does", async () => {
    const page = await demo.enter("Francesca");
    const card = page.getByRole("region", { name: "Il tuo ufficio associato" });
    await card.waitFor();
    expect(await card.getByRole("button").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Costituisci l’ufficio associato" }).count()).toBe(0);
  });
});
