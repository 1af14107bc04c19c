import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { untilSaved, useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();

async function openHub(page: Page, tab?: string): Promise<void> {
  await page.getByRole("link", { name: "Polo dei servizi" }).click();
  await page.getByRole("heading", { level: 1, name: "Polo dei servizi" }).waitFor();
  if (tab) await page.getByRole("tab", { name: tab }).click();
}

const dialogOf = (page: Page) => page.getByRole("dialog");
const savedOn = (page: Page, words: string) => page.getByRole("status").getByText(words).waitFor();

describe("the hub", () => {
  it("shows a Comune the services that it may ask for, and the Province records the act", async () => {
    const giulia = await demo.enter("Giulia");
    await openHub(giulia);
    await giulia
      .getByRole("button", { name: /^Chiedi l’adesione: Comune di Barga/ })
      .first()
      .click();
    await savedOn(giulia, "Richiesta registrata.");
    const mistaken = giulia.getByRole("article").filter({ hasText: "LU-PERFORMANCE" });
    await mistaken.getByRole("button", { name: "Ritira la richiesta: Comune di Barga" }).click();
    await savedOn(giulia, "Richiesta ritirata.");
    await mistaken.getByRole("button", { name: /^Chiedi l’adesione: Comune di Barga/ }).waitFor();

    const marco = await demo.enter("Marco");
    await openHub(marco);
    const table = marco.getByRole("table", { name: "Adesioni a Osservatorio dei contratti di servizio" });
    const row = table.getByRole("row").filter({ hasText: "Comune di Barga" });
    await row.getByText("Richiesta, atto da registrare").waitFor();
    await row.getByRole("button", { name: "Modifica l’adesione: Comune di Barga" }).click();
    await dialogOf(marco).getByRole("button", { name: "Salva" }).click();
    await dialogOf(marco).getByText("2 campi sono da correggere").waitFor();
    await dialogOf(marco).getByLabel("Atto di adesione").fill("Delibera 7/2026");
    await dialogOf(marco).getByLabel("Dal", { exact: true }).fill("2026-12-01");
    await dialogOf(marco).getByRole("button", { name: "Salva" }).click();
    await row.getByText("Delibera 7/2026").waitFor();
  });

  it("tells the second of two people who change one record at once, and keeps what the first wrote", async () => {
    const [one, other] = [await demo.enter("Marco"), await demo.enter("Elena")];
    for (const page of [one, other]) {
      await openHub(page, "Contratti di servizio");
      await page.getByRole("button", { name: /^Modifica: Trasporto scolastico/ }).click();
    }
    await dialogOf(one).getByLabel("Fornitore").fill("Prima impresa");
    await dialogOf(one).getByRole("button", { name: "Salva" }).click();
    await savedOn(one, "Salvato.");
    await dialogOf(other).getByLabel("Fornitore").fill("Seconda impresa");
    await dialogOf(other).getByRole("button", { name: "Salva" }).click();
    await dialogOf(other)
      .getByText(/^Nel frattempo qualcun altro/)
      .waitFor();
    await other.keyboard.press("Escape");
    await other.getByRole("cell", { name: "Prima impresa" }).waitFor();
  });

  it("collects purchases by year: what is wrong is said at each field at once, and the programme is taken away as CSV", async () => {
    const giulia = await demo.enter("Giulia");
    await openHub(giulia, "Programma degli acquisti");
    await giulia.getByRole("button", { name: "Aggiungi un acquisto" }).click();
    await dialogOf(giulia).getByLabel("Acquisto previsto").fill("=Sedie");
    await dialogOf(giulia).getByLabel("Importo").fill("tanto");
    await dialogOf(giulia).getByLabel("CPV").fill("carta");
    await dialogOf(giulia).getByRole("button", { name: "Salva" }).click();
    await dialogOf(giulia)
      .getByText(/Non è un importo in euro/)
      .first()
      .waitFor();
    const summary = dialogOf(giulia).getByRole("alert").getByRole("link");
    await expect
      .poll(() => summary.allTextContents())
      .toEqual([
        expect.stringMatching(/Non è un importo in euro/),
        expect.stringMatching(/Non è un codice CPV/),
      ]);
    await dialogOf(giulia).getByLabel("CPV").fill("");
    await dialogOf(giulia).getByLabel("Importo").fill("1.250,50");
    await dialogOf(giulia).getByRole("button", { name: "Salva" }).click();
    await giulia.getByRole("cell", { name: /^1\.?250,50/ }).waitFor();
    const [download] = await Promise.all([
      giulia.waitForEvent("download"),
      giulia.getByRole("button", { name: "Scarica in CSV" }).click(),
    ]);
    const csv = await readFile((await download.path())!, "utf8");
    expect(csv).toMatch(/'=Sedie"?;"?1250,50/);
    expect(csv.trim().split("\r\n")).toHaveLength(5);
  });

  it("shows for a call who applied and what it touches, has its editors told, and leads to the amendment that it opens", async () => {
    const marco = await demo.enter("Marco");
    await openHub(marco, "Avvisi");
    const calls = marco.getByRole("table", { name: "Avvisi di finanziamento" });
    const invented = calls.getByRole("row").filter({ hasText: "Sportelli unici" });
    await invented.getByText("da verificare").waitFor();
    await invented.getByRole("link", { name: /^Sportelli unici/ }).click();
    await marco.getByRole("heading", { level: 2, name: /^Sportelli unici/ }).waitFor();
    const applications = marco.getByRole("table", { name: "Domande degli enti" });
    // Changed in nothing, it is for whom it was for.
    await marco.getByRole("button", { name: /^Modifica: Sportelli unici/ }).click();
    await dialogOf(marco).getByLabel("Voci del Piano triennale").fill("RA4.1.7, RA99");
    await dialogOf(marco).getByRole("button", { name: "Salva" }).click();
    await dialogOf(marco)
      .getByText(/RA99 non è un codice del Piano triennale/)
      .first()
      .waitFor();
    await dialogOf(marco).getByLabel("Voci del Piano triennale").fill("ra4.1.7");
    await dialogOf(marco).getByRole("button", { name: "Salva" }).click();
    await savedOn(marco, "Salvato.");
    await marco.getByText("Province, Comuni", { exact: true }).waitFor();
    await applications
      .getByRole("row")
      .filter({ hasText: "Provincia di Lucca" })
      .getByText("Presentata")
      .waitFor();
    const touched = marco.getByRole("table", { name: "Sezioni che l’avviso tocca" });
    await touched.getByRole("row").filter({ hasText: "D3. Sportelli unici" }).getByText("Bozza").waitFor();
    // Of the plan that was published before the call.
    const published = touched.getByRole("row").filter({ hasText: "Provincia di Lucca, 2025–2027" });
    await published.getByText("«Concessioni più rapide» serve la stessa voce").waitFor();
    await published.getByText("Pubblicata").waitFor();
    await marco.getByRole("button", { name: /^Avvisa i redattori/ }).click();
    await savedOn(marco, "I redattori delle sezioni interessate sono stati avvisati.");
    await marco.getByRole("button", { name: /^Apri l’aggiornamento \(Provincia di Lucca\)/ }).click();
    await published.getByText("Bozza").waitFor();
    await marco.getByRole("status").getByRole("link", { name: "Performance 2025–2027" }).click();
    await marco.getByText(/^Aggiornamento aperto da Marco/).waitFor();
    await marco.getByText(/^Avviso di finanziamento «Sportelli unici/).waitFor();
    await untilSaved(marco);

    const paolo = await demo.enter("Paolo");
    await paolo.goto(`${demo.url}/avvisi`);
    await paolo
      .getByText(/segnala un avviso di finanziamento/)
      .first()
      .waitFor();
    await openHub(paolo, "Avvisi");
    await paolo.getByLabel("Stato dell’avviso").selectOption("CLOSED");
    await paolo.getByRole("link", { name: /1\.2 Abilitazione al Cloud - Comuni - luglio 2025/ }).waitFor();
  });
});

describe("the calendar", () => {
  it("shows what is due, marks what nobody has verified, and is read by another program until its address is ended", async () => {
    const paolo = await demo.enter("Paolo");
    await paolo.getByRole("link", { name: "Calendario" }).click();
    await paolo.getByRole("heading", { level: 1, name: "Calendario" }).waitFor();
    const declaration = paolo.getByRole("listitem").filter({ hasText: "dichiarazione di accessibilità" });
    await declaration.getByText("da verificare").waitFor();
    await paolo.getByLabel("Che cosa").selectOption("MONITORING");
    await paolo.getByText("giorno proposto dalla piattaforma").first().waitFor();
    await declaration.waitFor({ state: "detached" });

    await paolo.getByRole("button", { name: "Crea l’indirizzo" }).click();
    const address = await paolo.locator(".calendar-address code").textContent();
    const answer = await fetch(address!);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      200,
      "text/calendar; charset=utf-8",
    ]);
    expect(await answer.text()).toContain("SUMMARY:Comune di Capannori");
    await paolo.getByRole("button", { name: "Annulla l’indirizzo" }).click();
    await paolo.getByRole("button", { name: "Crea l’indirizzo", exact: true }).waitFor();
    await expect
      .poll(() => paolo.evaluate(() => document.activeElement?.textContent))
      .toBe("Crea l’indirizzo");
    expect((await fetch(address!)).status).toBe(404);
  });
});

describe.each([
  ["laptop", { width: 1280, height: 800 }],
  ["phone", { width: 360, height: 740 }],
])("on a %s", (name, viewport) => {
  it("no page of the hub or the calendar has a barrier, and none is wider than the screen", async () => {
    const page = await demo.enter("Marco", { viewport });
    const keep = async (what: string) => {
      expect(await barriersOf(page), what).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, what).toBe(0);
      const folder = process.env.UPIAO_SCREENSHOTS;
      if (folder) await page.screenshot({ path: `${folder}/${what}-${name}.png`, fullPage: true });
    };
    await page.goto(`${demo.url}/polo`);
    for (const [tab, table] of [
      ["Servizi e adesioni", /^Adesioni a/],
      ["Avvisi", "Avvisi di finanziamento"],
      ["Programma degli acquisti", /^Acquisti previsti/],
      ["Contratti di servizio", /^Contratti di servizio pubblico/],
    ] as const) {
      await page.getByRole("tab", { name: tab }).click();
      await page.getByRole("table", { name: table }).first().waitFor();
      await keep(`polo-${tab.split(" ")[0]!.toLowerCase()}`);
    }
    await page.getByRole("button", { name: "Aggiungi un contratto" }).click();
    await dialogOf(page).getByLabel("Fornitore").waitFor();
    await keep("polo-modulo");
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "Avvisi" }).click();
    await page.getByRole("link", { name: /^Sportelli unici/ }).click();
    await page.getByRole("table", { name: "Domande degli enti" }).waitFor();
    await keep("polo-avviso");
    await page.goto(`${demo.url}/calendario`);
    await page.getByRole("heading", { level: 2, name: "Nel tuo calendario" }).waitFor();
    await keep("calendario");
  });
});
