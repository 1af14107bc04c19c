import { Program } from "@upiao/test";
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { complaintsOn, offline, statusOf, textOf, untilSaved, useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();

let reader: Program;
beforeAll(async () => {
  reader = await Program.login(demo.url, "nucleo.lucca");
});

interface Told {
  readonly title: string;
  readonly items: readonly string[];
  readonly service: string | null;
  readonly call: string | null;
  readonly origin: { readonly ownerName: string; readonly title: string } | null;
  readonly indicators: readonly {
    readonly name: string;
    readonly unit: string;
    readonly baseline: number | null;
    readonly targets: readonly object[];
  }[];
}

async function recordOf(title: string): Promise<Told | undefined> {
  const { data } = await reader.ask<{ section: { objectives: Told[] } }>(
    `query ($id: ID!) { section(id: $id) { objectives { title items service call origin { ownerName title }
      indicators { name unit baseline targets { year } } } } }`,
    { id: demo.sectionId },
  );
  return data.section.objectives.find((objective) => objective.title === title);
}

/** At the end of the text, by the keyboard alone, what stands at this place of the list. */
async function insertAtTheEnd(page: Page, place: number): Promise<void> {
  await textOf(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/");
  await page.getByRole("listbox", { name: "Che cosa inserire" }).waitFor();
  for (let step = 0; step < place; step++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

async function writeObjective(page: Page, title: string): Promise<void> {
  await insertAtTheEnd(page, 0);
  await page.keyboard.type(title);
  await untilSaved(page);
}

const objectiveOf = (page: Page, title: string): Locator =>
  textOf(page).locator(".objective", { hasText: title });
const box = (page: Page, title: string, name: string) =>
  objectiveOf(page, title).getByRole("combobox", { name, exact: true });
const optionsOf = (page: Page, title: string, name: string) =>
  objectiveOf(page, title).getByRole("listbox", { name, exact: true }).getByRole("option");
const chips = (page: Page, title: string) =>
  objectiveOf(page, title).getByRole("list", { name: "Voci del Piano triennale" }).getByRole("listitem");

it("items, a service and a call are picked by the keyboard, without barriers; what nobody knows is said", async () => {
  const elena = await demo.openToWrite("Elena");
  const complaints = complaintsOn(elena);
  const title = "Siti per tutti";
  await writeObjective(elena, title);
  const items = box(elena, title, "Voci del Piano triennale");
  await items.focus();
  await elena.keyboard.type("accessibilita");
  const list = objectiveOf(elena, title).getByRole("listbox", { name: "Voci del Piano triennale" });
  await list.getByRole("option").first().waitFor();
  await elena.keyboard.press("ArrowDown");
  const first = list.getByRole("option", { selected: true });
  const code = await first.locator("strong").textContent();
  expect(await items.getAttribute("aria-activedescendant")).toBe(await first.getAttribute("id"));
  expect(await barriersOf(elena)).toEqual([]);
  await elena.keyboard.press("Enter");
  await list.waitFor({ state: "hidden" });
  await expect.poll(() => items.inputValue()).toBe("");
  await elena.keyboard.type("RA99.9");
  await elena.keyboard.press("Enter");
  await objectiveOf(elena, title).getByText("Un codice non è nell’elenco").waitFor();
  expect(await items.getAttribute("aria-invalid")).toBe("true");
  await expect.poll(async () => (await recordOf(title))?.items).toEqual([code, "RA99.9"]);
  expect(await barriersOf(elena)).toEqual([]);
  await elena.keyboard.press("Shift+Tab");
  await elena.keyboard.press("Enter");
  await expect.poll(async () => (await recordOf(title))?.items).toEqual([code]);
  await objectiveOf(elena, title).getByText("Un codice non è nell’elenco").waitFor({ state: "detached" });
  expect(await items.evaluate((field) => document.activeElement === field)).toBe(true);

  await box(elena, title, "Servizio del polo").focus();
  await elena.keyboard.type("competenza");
  await objectiveOf(elena, title)
    .getByRole("option", { name: /LU-DIGITALE/ })
    .waitFor();
  await elena.keyboard.press("ArrowDown");
  await elena.keyboard.press("Enter");
  await box(elena, title, "Avviso di finanziamento").focus();
  await elena.keyboard.type("demo");
  await objectiveOf(elena, title)
    .getByRole("option", { name: /DEMO-SUAP-SUE/ })
    .waitFor();
  await elena.keyboard.press("ArrowDown");
  await elena.keyboard.press("Enter");
  await expect.poll(() => recordOf(title)).toMatchObject({ service: "LU-DIGITALE", call: "DEMO-SUAP-SUE" });
  await objectiveOf(elena, title).getByText("Centro di competenza digitale").waitFor();
  expect(complaints).toEqual([]);
});

it("two people pick in one block, and what both have picked stands there", async () => {
  const [elena, paolo] = [await demo.openToWrite("Elena"), await demo.openToWrite("Paolo")];
  const title = "Dati aperti del territorio";
  await writeObjective(elena, title);
  await objectiveOf(paolo, title).waitFor();
  const pick = async (page: Page, name: string, words: string) => {
    await box(page, title, name).fill(words);
    await optionsOf(page, title, name).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  };
  await Promise.all([
    pick(elena, "Voci del Piano triennale", "RA5.1.1"),
    pick(paolo, "Servizio del polo", "LU-BANDI"),
  ]);
  // Paolo's list was open before Elena's item came: his is added to what stands there when he chooses.
  await box(paolo, title, "Voci del Piano triennale").fill("RA5.2.2");
  await optionsOf(paolo, title, "Voci del Piano triennale").first().waitFor();
  await pick(elena, "Voci del Piano triennale", "RA5.3.1");
  await expect.poll(() => chips(paolo, title).count()).toBe(2);
  await paolo.keyboard.press("ArrowDown");
  await paolo.keyboard.press("Enter");
  const expected = { items: ["RA5.1.1", "RA5.3.1", "RA5.2.2"], service: "LU-BANDI" };
  await expect.poll(() => recordOf(title)).toMatchObject(expected);
  await expect.poll(() => chips(elena, title).count()).toBe(3);
});

it("without a network a code is typed all the same, and stays beside what others have picked meanwhile", async () => {
  const line = await demo.layLine();
  const [elena, paolo] = [await demo.openToWrite("Elena", line.url), await demo.openToWrite("Paolo")];
  const title = "Prove senza rete";
  await writeObjective(elena, title);
  await objectiveOf(paolo, title).waitFor();
  line.cut();
  await box(elena, title, "Voci del Piano triennale").fill("RA1.1.1");
  await box(elena, title, "Servizio del polo").fill("lu-nuovo ");
  await elena.keyboard.press("Tab");
  await statusOf(elena, offline).waitFor();
  expect(await chips(elena, title).count()).toBe(1);
  await box(paolo, title, "Voci del Piano triennale").fill("RA5.1.1");
  await paolo.keyboard.press("Tab");
  await untilSaved(paolo);
  line.mend();
  await expect.poll(async () => (await recordOf(title))?.items.toSorted()).toEqual(["RA1.1.1", "RA5.1.1"]);
  expect((await recordOf(title))?.service).toBe("lu-nuovo");
  for (const page of [elena, paolo]) {
    await expect.poll(() => chips(page, title).count()).toBe(2);
    expect(await page.getByText("Parole tue da rimettere a posto").count()).toBe(0);
  }
});

it("an objective is taken from another plan with what measures it, without its values, and says where it is from", async () => {
  const elena = await demo.openToWrite("Elena");
  await insertAtTheEnd(elena, 1);
  const dialog = elena.getByRole("dialog", { name: "Inserisci un obiettivo da riusare" });
  await dialog.getByRole("listitem").first().waitFor();
  await dialog.getByRole("searchbox", { name: "Parole del titolo" }).fill("concessioni rapide");
  await elena.keyboard.press("Enter");
  await dialog.getByText("2 obiettivi trovati").waitFor();
  await dialog.getByText("Giorni medi di rilascio (giorni, deve diminuire)").first().waitFor();
  expect(await barriersOf(elena)).toEqual([]);
  await dialog
    .getByRole("button", { name: /^Inserisci: Concessioni più rapide \(.*2026-2028\)$/ })
    .press("Enter");
  const title = "Concessioni più rapide";
  await objectiveOf(elena, title).getByText("Ripreso da: Provincia di Lucca, PIAO 2026-2028").waitFor();
  // In its title, to go on writing.
  await elena.keyboard.type("Altre ");
  await expect
    .poll(() => recordOf(`Altre ${title}`))
    .toMatchObject({
      origin: { ownerName: expect.stringContaining("Lucca"), title },
      indicators: [{ name: "Giorni medi di rilascio", unit: "DAYS", baseline: null, targets: [] }],
    });
  expect(await barriersOf(elena)).toEqual([]);

  // Who may not read that plan is told that it comes from one, and no more.
  const giulia = await demo.openSection("Giulia");
  await objectiveOf(giulia, title).getByText("Ripreso da un altro piano").waitFor();
});

it("what the plan does not cover yet is a way to look for an objective that does, beside the text", async () => {
  const elena = await demo.openToWrite("Elena");
  await elena.getByRole("tab", { name: "Copertura" }).click();
  const panel = elena.getByRole("region", { name: "Copertura del Piano triennale" });
  await panel
    .getByText(/^Componenti|^Servizi/)
    .first()
    .click();
  await panel
    .getByRole("button", { name: "Cerca un obiettivo da riusare per CAP3.PA.16", exact: true })
    .click();
  const dialog = elena.getByRole("dialog", { name: "Inserisci un obiettivo da riusare" });
  await dialog.getByText("0 obiettivi trovati").waitFor();
  const item = dialog.getByRole("combobox", { name: "Voce del Piano triennale" });
  await expect.poll(() => item.inputValue()).toBe("CAP3.PA.16");
  await item.selectOption("");
  await dialog.getByRole("button", { name: /^Inserisci: Assistenza ai Comuni \(.*2026-2028\)$/ }).click();
  await panel.getByText("Obiettivo inserito nel testo: Assistenza ai Comuni").waitFor();
  await expect
    .poll(() => recordOf("Assistenza ai Comuni"))
    .toMatchObject({ origin: { title: "Assistenza ai Comuni" } });
});
