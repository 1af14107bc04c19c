import pg from "pg";
import { describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { untilSaved, useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();

describe.each([
  ["a laptop", { width: 1280, height: 800 }],
  ["a phone", { width: 360, height: 740 }],
])("on %s", (_name, viewport) => {
  it("the Piano triennale is opened chapter by chapter and searched, without barriers", async () => {
    const page = await demo.enter("Elena", { viewport });
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    const look = async (at: string) => {
      await page.getByRole("status", { name: "Caricamento" }).waitFor({ state: "detached" });
      const sideways = await page.evaluate(() => document.body.scrollWidth - innerWidth);
      expect({ at, barriers: await barriersOf(page), sideways }).toEqual({ at, barriers: [], sideways: 0 });
    };
    await page.getByRole("link", { name: "Piano triennale ICT" }).click();
    await page.getByRole("heading", { level: 1, name: "Piano triennale per l’informatica" }).waitFor();
    await page.getByText("Organizzazione e gestione del cambiamento").waitFor();
    await look("the chapters");

    await page.getByText("Organizzazione e gestione del cambiamento").click();
    await page.getByRole("heading", { level: 3, name: /^Obiettivo 1.1/ }).waitFor();
    await page.getByText("Rafforzare la collaborazione").click();
    await page.getByText("dal 1 marzo 2024, senza una fine").first().waitFor();
    await look("a chapter down to its lines of action");

    await page.getByRole("searchbox").fill("accessibilita obiettivi");
    await page.getByRole("combobox", { name: "Tipo" }).selectOption("Linea d’azione");
    await page.getByRole("button", { name: "Cerca", exact: true }).click();
    await page.getByRole("heading", { name: "Risultati della ricerca" }).waitFor();
    await page.getByText("CAP3.PA.15", { exact: true }).waitFor();
    expect(await page.locator(".strategy-items > li").count()).toBe(3);
    await look("what was found");

    await page.getByRole("combobox", { name: "Anno" }).selectOption("2026");
    await page.getByRole("button", { name: "Cerca", exact: true }).click();
    await page.getByText("entro il 31 marzo 2025").waitFor({ state: "detached" });
    await page.getByText("Una voce mostrata").waitFor();
    expect(await page.getByText("entro il 31 marzo 2026").count()).toBe(1);
    await page.goBack();
    await page.getByText("entro il 31 marzo 2025").waitFor();
    expect(complaints).toEqual([]);
  });
});

it("beside a text stands what the plan does not cover yet, and a code is copied from there", async () => {
  const page = await demo.enter("Elena", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(demo.url + demo.sectionPath);
  await untilSaved(page);
  await page.getByRole("tab", { name: "Copertura" }).click();
  const panel = page.getByRole("region", { name: "Copertura del Piano triennale" });
  await panel.getByText(/^\d+ voci su \d+ del Piano triennale 2024-2026/).waitFor();
  await panel
    .getByText(/^Componenti|^Servizi/)
    .first()
    .click();
  expect(await barriersOf(page)).toEqual([]);
  await panel.getByRole("button", { name: "Copia il codice CAP3.PA.16", exact: true }).click();
  await panel.getByText("Codice CAP3.PA.16 copiato.").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("CAP3.PA.16");
});

/** An edition in which RA3.2.2 has another title, RA4.1.1 is gone, and RA5.1.1 has another term. */
async function loadNewEdition(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`INSERT INTO strategy_edition (code, title, edition, licence, fingerprint)
      SELECT '2027-2029', title, 'prima edizione', licence, 'x' FROM strategy_edition WHERE code = '2024-2026'`);
    await client.query(`INSERT INTO strategy_item
        (edition, code, kind, parent, place, title, details, due_on, starts_on, binds, verified, source, search_text)
      SELECT '2027-2029', code, kind, parent, place,
             CASE code WHEN 'RA3.2.2' THEN title || ' e in lingua dei segni' ELSE title END,
             CASE code WHEN 'RA5.1.1' THEN '{"targets": {"2028": "Tutte le PA"}}' ELSE details END,
             due_on, starts_on, binds, verified, source, search_text
        FROM strategy_item WHERE edition = '2024-2026' AND code <> 'RA4.1.1'`);
  } finally {
    await client.end();
  }
}

it("links are carried over to a new edition one by one, into the text that others have open", async () => {
  await loadNewEdition(demo.server.databaseUrl);
  const elena = await demo.openToWrite("Elena");
  const page = await demo.enter("Paolo");
  await page
    .getByRole("link", { name: /PIAO 2026/ })
    .first()
    .click();
  await page.getByText("è disponibile l’edizione 2027-2029").waitFor();
  const decisions = page.getByRole("table", { name: "Collegamenti che cambiano nella nuova edizione" });
  expect(await decisions.getByRole("combobox").count()).toBe(3);
  expect(await barriersOf(page)).toEqual([]);

  const apply = page.getByRole("button", { name: "Applica le decisioni ai testi" });
  expect(await apply.getAttribute("aria-disabled")).toBe("true");
  await decisions.getByLabel(/^Decisione per RA3.2.2/).selectOption("Collega a RA3.2.2");
  await page.getByText("Obiettivi con tutte le decisioni prese: 0 su 2.").waitFor();
  await decisions.getByLabel(/^Decisione per RA4.1.1/).selectOption("Scegli un’altra voce");
  await decisions.getByLabel("Cerca la voce per RA4.1.1: parole o un codice").fill("RA4.1.2");
  const found = decisions.getByLabel("Voce che prende il posto di RA4.1.1");
  await found.getByRole("option", { name: /^RA4.1.2/ }).waitFor({ state: "attached" });
  await found.selectOption("RA4.1.2");
  await page.getByText("Obiettivi con tutte le decisioni prese: 1 su 2.").waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await apply.click();
  await page.getByText("Decisioni scritte nei testi.").waitFor();
  const chips = elena.getByRole("list", { name: "Voci del Piano triennale" });
  await expect.poll(() => chips.evaluateAll(codesOf)).toContain("RA3.2.2, RA4.1.2, RA4.1.4");

  await decisions.getByLabel(/^Decisione per RA5.1.1/).selectOption("Togli il collegamento");
  await apply.click();
  await page.getByText("Il piano è ora scritto sull’edizione 2027-2029").waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await expect.poll(() => chips.evaluateAll(codesOf)).toContain("RA5.2.2");
});

function codesOf(lists: Element[]): string[] {
  return lists.map((list) =>
    [...list.querySelectorAll("strong")].map(({ textContent }) => textContent).join(", "),
  );
}
