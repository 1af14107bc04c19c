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
