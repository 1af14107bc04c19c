import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { textOf, typeAtTheEnd, untilSaved, useDemonstration, wordsOf } from "./demonstration.ts";

const demo = useDemonstration();

async function barriersOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

async function openVersions(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Versioni" }).click();
}

async function keepVersion(page: Page, name: string): Promise<void> {
  await openVersions(page);
  await page.getByRole("textbox", { name: "Nome per il testo com’è ora" }).fill(name);
  await page.getByRole("button", { name: "Conserva questa versione" }).click();
  await page.getByText(new RegExp(`^Conservata: Versione \\d+: ${name}\\.$`)).waitFor();
}

const itemOf = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: new RegExp(name) }) });

it("a version that somebody names is compared with the text of later, word by word and with who wrote it, and brought back while somebody else types", async () => {
  const elena = await demo.openToWrite("Elena");
  await typeAtTheEnd(elena, "\nIl confronto parte da qui.");
  await untilSaved(elena);
  await keepVersion(elena, "Prima del confronto");

  const paolo = await demo.openToWrite("Paolo");
  await typeAtTheEnd(paolo, " Parole aggiunte dopo.");
  await untilSaved(paolo);
  // Others' screens have the version without being reloaded.
  await openVersions(paolo);
  await itemOf(paolo, "Prima del confronto").waitFor();

  await itemOf(paolo, "Prima del confronto")
    .getByRole("link", { name: "Confronta con il testo attuale" })
    .click();
  await paolo.getByRole("heading", { level: 1, name: /^Confronto: / }).waitFor();
  await paolo.getByText("Un punto è cambiato: 3 parole aggiunte, 0 parole tolte.").waitFor();
  const inserted = paolo.locator("ins").filter({ hasText: "Parole aggiunte dopo." });
  expect(await inserted.textContent()).toContain("Aggiunto, scritto da Paolo Matteucci:");
  expect(await inserted.locator("+ .piece-writer").textContent()).toBe("Paolo Matteucci");
  expect(await barriersOf(paolo)).toEqual([]);
  await paolo.getByRole("button", { name: "Modifica successiva" }).click();
  expect(await paolo.evaluate(() => document.activeElement?.textContent)).toContain("Parole aggiunte dopo.");
  await paolo.getByRole("radio", { name: "Affiancati" }).check();
  const row = paolo.locator(".comparison-row[data-change=CHANGED]");
  expect(await row.locator("> :first-child").textContent()).not.toContain("aggiunte");
  expect(await row.locator("> :last-child").textContent()).toContain("aggiunte");
  expect(await barriersOf(paolo)).toEqual([]);

  await paolo.goto(demo.url + demo.sectionPath);
  await untilSaved(paolo);
  await typeAtTheEnd(paolo, " Mentre scrivo,");
  await textOf(elena).getByText("Mentre scrivo,").waitFor();
  await itemOf(elena, "Prima del confronto").getByRole("button", { name: "Ripristina" }).click();
  await elena.getByRole("dialog").getByRole("button", { name: "Ripristina" }).click();
  await elena.getByText(/^Il testo è tornato a «Versione \d+: Prima del confronto»\.$/).waitFor();
  await expect.poll(() => wordsOf(paolo)).not.toContain("aggiunte dopo");
  await paolo.keyboard.type(" continuo.");
  await textOf(elena).getByText("continuo.").waitFor();
  await untilSaved(paolo);
  expect(await wordsOf(elena)).toBe(await wordsOf(paolo));
  expect(await wordsOf(elena)).toContain("Il confronto parte da qui.");
  expect(await wordsOf(elena)).not.toContain("aggiunte dopo");

  await elena.getByRole("button", { name: "Annulla il ripristino" }).click();
  await textOf(paolo).getByText("Parole aggiunte dopo. Mentre scrivo,").waitFor();
  await expect.poll(async () => (await wordsOf(elena)) === (await wordsOf(paolo))).toBe(true);
});

it("who wrote a sentence is shown in the text and said of the one at the caret", async () => {
  const elena = await demo.openToWrite("Elena");
  await typeAtTheEnd(elena, "\nFrase di Elena.");
  await untilSaved(elena);
  const paolo = await demo.openToWrite("Paolo");
  await typeAtTheEnd(paolo, " Frase di Paolo.");
  await untilSaved(paolo);
  await openVersions(paolo);
  await paolo.getByRole("checkbox", { name: "Mostra chi ha scritto" }).check();
  await paolo.getByText(/^In questa frase: Paolo Matteucci, /).waitFor();
  expect(await barriersOf(paolo)).toEqual([]);
  const marked = textOf(paolo).locator(".authored").filter({ hasText: "Frase di Elena." });
  const own = textOf(paolo).locator(".authored").filter({ hasText: "Frase di Paolo." });
  const markOf = (words: typeof marked) => words.getAttribute("class");
  expect(await markOf(marked)).not.toBe(await markOf(own));
  await marked.click();
  await paolo.getByText(/^In questa frase: Elena [^;]*\.$/).waitFor();
  await paolo.getByRole("checkbox", { name: "Mostra chi ha scritto" }).uncheck();
  await expect.poll(() => textOf(paolo).locator(".authored").count()).toBe(0);
});
