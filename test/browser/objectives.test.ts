import { Program } from "@upiao/test";
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { offline, statusOf, textOf, untilSaved, useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();
const phone = { width: 390, height: 844 };

let reader: Program;
beforeAll(async () => {
  reader = await Program.login(demo.url, "nucleo.lucca");
});

interface Told {
  readonly title: string;
  readonly dup: string | null;
  readonly indicators: readonly {
    readonly name: string;
    readonly unit: string;
    readonly baseline: number | null;
    readonly measuredBy: string;
    readonly targets: readonly { readonly year: number; readonly value: number }[];
  }[];
}

/** What the API says of one objective of the shared section; undefined when it is not there. */
async function recordOf(title: string): Promise<Told | undefined> {
  const { data } = await reader.ask<{ section: { objectives: Told[] } }>(
    `query ($id: ID!) { section(id: $id) { objectives { title dup
      indicators { name unit baseline measuredBy targets { year value } } } } }`,
    { id: demo.sectionId },
  );
  return data.section.objectives.find((objective) => objective.title === title);
}

async function goToTheEnd(page: Page): Promise<void> {
  await textOf(page).focus();
  await page.keyboard.press("Control+End");
}

/** By the keyboard alone. */
async function writeObjective(page: Page, title: string, indicator: string): Promise<void> {
  await goToTheEnd(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type("/");
  await page.getByRole("listbox", { name: "Che cosa inserire" }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await page.keyboard.type(indicator);
  await untilSaved(page);
}

const objectiveOf = (page: Page, title: string): Locator =>
  textOf(page).locator(".objective", { hasText: title });
const field = (page: Page, title: string, label: string) =>
  objectiveOf(page, title).getByLabel(label, { exact: true });

it("two officers fill in different fields of one indicator at once, and the record has what both wrote", async () => {
  const [elena, paolo] = [await demo.openToWrite("Elena"), await demo.openToWrite("Paolo")];
  const title = "Servizi pubblici in rete";
  await writeObjective(elena, title, "Servizi attivi");
  await objectiveOf(paolo, title).waitFor();
  await field(elena, title, "Unità").selectOption("PERCENT");
  await Promise.all([
    field(elena, title, "Valore di partenza").fill("40,5"),
    field(paolo, title, "Atteso 2026").pressSequentially("55", { delay: 30 }),
  ]);
  await field(paolo, title, "Fonte").fill("Sportello unico");
  await field(elena, title, "Programma del DUP").fill("Missione 1, programma 8");
  // In the strategy that bodies share it can be left to the one that leads.
  await field(elena, title, "Chi misura").selectOption("solo il capofila");
  const expected = {
    dup: "Missione 1, programma 8",
    indicators: [
      {
        name: "Servizi attivi",
        unit: "PERCENT",
        baseline: 40.5,
        measuredBy: "LEAD",
        targets: [{ year: 2026, value: 55 }],
      },
    ],
  };
  await expect.poll(() => recordOf(title)).toMatchObject(expected);
  await expect.poll(() => field(paolo, title, "Valore di partenza").inputValue()).toBe("40,5");
  await expect.poll(() => field(elena, title, "Fonte").inputValue()).toBe("Sportello unico");
  await field(paolo, title, "Chi misura").selectOption("ogni ente");
  await expect.poll(async () => (await recordOf(title))?.indicators[0]?.measuredBy).toBe("EACH");
});

it("what another writes shows while one is in a field, and takes neither the focus nor what is being typed", async () => {
  const [elena, paolo] = [await demo.openToWrite("Elena"), await demo.openToWrite("Paolo")];
  const title = "Competenze del personale";
  await writeObjective(elena, title, "Dipendenti formati");
  await objectiveOf(paolo, title).waitFor();
  const typed = field(elena, title, "Fonte");
  await typed.pressSequentially("Ufficio ");
  await field(paolo, title, "Valore di partenza").fill("12");
  await goToTheEnd(paolo);
  await paolo.keyboard.type("Altro testo.");
  await expect.poll(() => field(elena, title, "Valore di partenza").inputValue()).toBe("12");
  await textOf(elena).getByText("Altro testo.").waitFor();
  await elena.keyboard.type("personale");
  expect(await typed.inputValue()).toBe("Ufficio personale");
  await expect.poll(() => field(paolo, title, "Fonte").inputValue()).toBe("Ufficio personale");

  // Nor is it lost when the page is left or closed right after a key.
  await typed.pressSequentially(" e bilancio");
  await elena.close({ runBeforeUnload: false });
  const again = await elena.context().newPage();
  await again.goto(demo.url + demo.sectionPath);
  await expect.poll(() => field(again, title, "Fonte").inputValue()).toBe("Ufficio personale e bilancio");
});

it("what is filled in offline merges on the return", async () => {
  const line = await demo.layLine();
  const elena = await demo.openToWrite("Elena", line.url);
  const paolo = await demo.openToWrite("Paolo");
  const title = "Archivi in rete";
  await writeObjective(elena, title, "Insiemi di dati pubblicati");
  await objectiveOf(paolo, title).waitFor();
  line.cut();
  await field(elena, title, "Atteso 2027").fill("20");
  await elena.keyboard.press("Tab");
  await statusOf(elena, offline).waitFor();
  await field(paolo, title, "Atteso 2028").fill("30");
  await expect
    .poll(async () => (await recordOf(title))?.indicators[0]?.targets)
    .toEqual([{ year: 2028, value: 30 }]);
  line.mend();
  await expect
    .poll(async () => (await recordOf(title))?.indicators[0]?.targets)
    .toEqual([
      { year: 2027, value: 20 },
      { year: 2028, value: 30 },
    ]);
  await expect.poll(() => field(elena, title, "Atteso 2028").inputValue()).toBe("30");
});

it("deleted and undone it is back, with all its fields", async () => {
  const [elena, paolo] = [await demo.openToWrite("Elena"), await demo.openToWrite("Paolo")];
  const title = "Identità digitale";
  await writeObjective(elena, title, "Accessi con SPID e CIE");
  await field(elena, title, "Valore di partenza").fill("70");
  await expect.poll(async () => (await recordOf(title))?.indicators[0]?.baseline).toBe(70);
  await objectiveOf(elena, title)
    .getByRole("button", { name: `Elimina l’obiettivo: ${title}` })
    .click();
  await objectiveOf(paolo, title).waitFor({ state: "detached" });
  await expect.poll(() => recordOf(title)).toBeUndefined();
  await elena.getByRole("button", { name: "Annulla le mie modifiche" }).click();
  await expect.poll(() => field(paolo, title, "Valore di partenza").inputValue()).toBe("70");
  await expect.poll(async () => (await recordOf(title))?.indicators[0]?.baseline).toBe(70);
});

it("what is no number is said at the field, and all of it is done by the keyboard without barriers", async () => {
  const elena = await demo.openToWrite("Elena");
  const title = "Tempi di risposta";
  await writeObjective(elena, title, "Giorni di attesa");
  // From the name to its fields, and back.
  await elena.keyboard.press("Tab");
  await expect.poll(() => focusedLabel(elena)).toBe("Unità");
  await elena.keyboard.press("Shift+Tab");
  await elena.keyboard.type(" media");
  await objectiveOf(elena, title).getByText("Giorni di attesa media", { exact: true }).waitFor();
  for (const label of ["Unità", "Verso", "Valore di partenza"]) {
    await elena.keyboard.press("Tab");
    await expect.poll(() => focusedLabel(elena)).toBe(label);
  }
  await elena.keyboard.type("molti");
  const baseline = field(elena, title, "Valore di partenza");
  await objectiveOf(elena, title).getByText("Serve un numero, per esempio 12,5.").waitFor();
  expect(await baseline.getAttribute("aria-invalid")).toBe("true");
  expect(await barriersOf(elena)).toEqual([]);
  await baseline.fill("30");
  await objectiveOf(elena, title).getByText("Serve un numero").waitFor({ state: "detached" });
  await elena.keyboard.press("Tab");
  await untilSaved(elena);

  // Who only reads has tables.
  const auditor = await demo.openSection("Andrea");
  await objectiveOf(auditor, title).getByRole("columnheader", { name: "Valore di partenza" }).waitFor();
  await objectiveOf(auditor, title).getByRole("cell", { name: "30", exact: true }).waitFor();
  expect(await objectiveOf(auditor, title).locator("input, select, button").count()).toBe(0);
  expect(await barriersOf(auditor)).toEqual([]);
  await auditor.setViewportSize(phone);
  expect(await barriersOf(auditor)).toEqual([]);
});

it("what is wrong in the fields of a plan is listed beside its figures, with the way to the text", async () => {
  const elena = await demo.openToWrite("Elena");
  const title = "Tempi dei pagamenti";
  await writeObjective(elena, title, "Giorni di ritardo");
  await field(elena, title, "Atteso 2027").fill("pochi");
  await elena.keyboard.press("Tab");
  await untilSaved(elena);
  const { data } = await reader.ask<{ me: { memberships: { body: { id: string; name: string } }[] } }>(
    "{ me { memberships { body { id name } } } }",
  );
  const lucca = data.me.memberships.find(({ body }) => body.name.includes("Lucca"))!.body;
  await elena.goto(`${demo.url}/enti/${lucca.id}/andamento?anno=2026`);
  const list = elena.locator("section", { has: elena.getByRole("heading", { name: "Campi da correggere" }) });
  const item = list.getByRole("listitem").filter({ hasText: title });
  await item.getByText("Giorni di ritardo: Atteso 2027. Serve un numero").waitFor();
  expect(await barriersOf(elena)).toEqual([]);
  await item.getByRole("link", { name: title }).click();
  await objectiveOf(elena, title).waitFor();
});

function focusedLabel(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent);
}
