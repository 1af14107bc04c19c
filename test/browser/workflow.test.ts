import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { statusOf, textOf, typeAtTheEnd, untilSaved, useDemonstration, wordsOf } from "./demonstration.ts";

const demo = useDemonstration();

/** Opens a section of the body's plan from the desk, as one finds it there. */
async function openOwn(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: "Apri il piano" }).first().click();
  await page.getByRole("link", { name: title, exact: true }).click();
  await textOf(page).waitFor();
}

/** Takes a step by the button of that name, with what is asked for in the dialog. */
async function take(page: Page, step: string, reason?: string): Promise<void> {
  await page.getByRole("button", { name: step, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (reason) await dialog.getByRole("textbox").fill(reason);
  await dialog.getByRole("button", { name: step, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

it("an officer moves the strategy to another place of the plan, under a number of its own, and what refers to it follows", async () => {
  const giulia = await demo.enter("Giulia");
  await giulia.getByRole("link", { name: "Apri il piano" }).first().click();
  await giulia.getByRole("button", { name: "Cambia" }).click();
  const dialog = giulia.getByRole("dialog");
  await dialog.getByLabel("Strategia digitale").selectOption("LUCCA");
  await dialog.getByLabel("Numero nel piano").fill("2.2");
  await dialog.getByRole("button", { name: "Salva la collocazione" }).click();
  await dialog.getByText("Non è un numero libero in questa collocazione").first().waitFor();
  await dialog.getByLabel("Numero nel piano").fill("2.6");
  await dialog.getByRole("button", { name: "Salva la collocazione" }).click();
  await dialog.waitFor({ state: "detached" });
  const line = giulia
    .getByRole("listitem")
    .filter({ hasText: "2.6" })
    .filter({ hasText: "Gli impegni di Barga" });
  await line.first().waitFor();

  await giulia.getByRole("link", { name: "Valore pubblico", exact: true }).click();
  const numbers = textOf(giulia).locator("[data-number]");
  await expect.poll(() => numbers.first().getAttribute("data-number")).toBe("(2.6)");
  // By keyboard another one, and words behind it.
  await untilSaved(giulia);
  await typeAtTheEnd(giulia, "");
  await giulia.keyboard.press("Enter");
  await giulia.keyboard.type("/");
  await giulia.keyboard.press("End");
  await giulia.keyboard.press("Enter");
  const asking = giulia.getByRole("dialog", { name: "Rimando a una parte del piano" });
  await asking.getByLabel("Parte").selectOption({ label: "4 Monitoraggio" });
  expect(await barriersOf(giulia)).toEqual([]);
  await asking.getByRole("button", { name: "Salva il rimando" }).press("Enter");
  await giulia.keyboard.type(" e oltre");
  expect(await wordsOf(giulia)).toMatch(/Monitoraggio e oltre$/);
  expect(await numbers.last().getAttribute("data-number")).toBe("(4)");
  await untilSaved(giulia);

  // A text that stays open follows at once.
  const beside = await giulia.context().newPage();
  await beside.goto(demo.url);
  await beside.getByRole("link", { name: "Apri il piano" }).first().click();
  await beside.getByRole("button", { name: "Cambia" }).click();
  await beside.getByLabel("Numero nel piano").fill("2.7");
  await beside.getByRole("button", { name: "Salva la collocazione" }).click();
  await expect.poll(() => numbers.first().getAttribute("data-number")).toBe("(2.7)");
  await beside.close();
});

it("a draft goes to its reviewer and back, and is validated as its officer left it, with everybody's name in its history", async () => {
  const giulia = await demo.enter("Giulia");
  await openOwn(giulia, "Valore pubblico");
  await untilSaved(giulia);
  await take(giulia, "Invia alla revisione");
  await giulia.getByText("Ora tocca a chi la revisiona").waitFor();
  expect(await giulia.getByRole("button", { name: "Valida" }).count()).toBe(0);

  const silvia = await demo.enter("Silvia");
  await silvia.goto(giulia.url());
  await textOf(silvia).waitFor();
  await silvia.getByRole("button", { name: "Chiedi modifiche" }).click();
  const dialog = silvia.getByRole("dialog");
  await dialog.getByRole("button", { name: "Chiedi modifiche" }).click();
  await dialog.getByText("Motivo: ").waitFor();
  await dialog.getByRole("textbox").fill("Aggiungi la fonte.");
  await dialog.getByRole("button", { name: "Chiedi modifiche" }).click();

  await giulia
    .getByRole("region", { name: "Stato e prossimi passi" })
    .getByText("Aggiungi la fonte.")
    .waitFor();
  await typeAtTheEnd(giulia, " Fonte: ISTAT.");
  await untilSaved(giulia);
  await take(giulia, "Invia alla revisione");
  await textOf(silvia).getByText("Fonte: ISTAT.").waitFor();
  await take(silvia, "Valida");

  await statusOf(giulia, "Sola lettura: in questa fase il testo non si modifica").waitFor();
  expect(await textOf(giulia).getAttribute("contenteditable")).toBe("false");
  await giulia.getByRole("tab", { name: "Storia" }).click();
  const history = giulia.getByRole("tabpanel").filter({ visible: true }).getByRole("listitem");
  await expect.poll(() => history.count()).toBe(4);
  const told = await history.allInnerTexts();
  expect(told.map((text) => text.split("\n")[0]!.replace(/ \d.*$/, ""))).toEqual([
    "Validata",
    "Inviata alla revisione",
    "Modifiche richieste",
    "Inviata alla revisione",
  ]);
  expect(told[0]).toContain("Silvia Pardini");
  expect(told[1]).toContain("Giulia Nardini");
  expect(told[2]).toContain("Aggiungi la fonte.");
});

it("a plan that lacks what is required is submitted with the reason, and says what is missing", async () => {
  const giulia = await demo.enter("Giulia");
  await giulia.getByRole("link", { name: "Apri il piano" }).first().click();
  await giulia.getByText(/^mancano \d+ giorni$/).waitFor();
  await giulia.getByText(/^Mancano \d+ parti$/).click();
  await giulia.getByText("2.2 Performance: senza testo").waitFor();
  await giulia.getByRole("button", { name: "Invia il piano" }).click();
  const dialog = giulia.getByRole("dialog");
  await dialog.getByText("Nel piano mancano parti richieste").waitFor();
  await dialog.getByRole("textbox").fill("Anticipiamo le parti pronte.");
  await dialog.getByRole("button", { name: "Invia il piano" }).click();
  await giulia.getByText("Il piano è in revisione").waitFor();
});

it("a shared section shows which bodies have not signed it off, and each RTD signs for their own", async () => {
  const marco = await demo.openToWrite("Marco");
  await take(marco, "Invia alla revisione");
  await marco.getByText("Sottoscrizioni: 0 di 6").waitFor();
  await marco.getByRole("button", { name: "Sottoscrivi: Provincia di Lucca" }).click();
  await marco.getByText("Sottoscrizioni: 1 di 6").waitFor();

  const roberta = await demo.openSection("Roberta");
  await roberta.getByText("Sottoscrizioni: 1 di 6").waitFor();
  await roberta.getByRole("button", { name: "Sottoscrivi: Comune di Capannori" }).click();
  await marco.getByText("Sottoscrizioni: 2 di 6").waitFor();

  const silvia = await demo.openSection("Silvia");
  const validate = silvia.getByRole("button", { name: "Valida", exact: true });
  await validate.waitFor();
  expect(await validate.getAttribute("aria-disabled")).toBe("true");
  await silvia.getByText(/^Manca ancora la sottoscrizione di: .*Comune di Barga/).waitFor();
});
