import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { complaintsOn, useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();

async function openPlan(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^PIAO 2026–2028, Comune di Capannori/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "PIAO 2026–2028, Comune di Capannori" }).waitFor();
}

/** Chooses a format in the dialog and waits for the file. */
async function take(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: format }).check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Prepara il file" }).click(),
  ]);
  await dialog.getByText(`Il file ${download.suggestedFilename()} è pronto.`).waitFor();
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

it("a plan is taken away as PDF and as DOCX, with a bar that says how far it is, and found again as ODT by who did not wait", async () => {
  const paolo = await demo.enter("Paolo");
  const complaints = complaintsOn(paolo);
  await openPlan(paolo);
  await paolo.getByRole("button", { name: "Esporta il piano" }).click();
  expect(await barriersOf(paolo)).toEqual([]);

  const dialog = paolo.getByRole("dialog");
  const bar = dialog.getByRole("progressbar");
  const [percent, pdf] = await Promise.all([bar.getAttribute("aria-valuenow"), take(paolo, "PDF")]);
  expect(percent).toMatch(/^\d+$/);
  expect(pdf.name).toBe("piao-capannori-2026-2028-bozza.pdf");
  expect(pdf.bytes.toString("latin1", 0, 5)).toBe("%PDF-");
  expect(await bar.count()).toBe(0);
  expect(await barriersOf(paolo)).toEqual([]);

  const docx = await take(paolo, "Word (DOCX)");
  expect(docx.name).toBe("piao-capannori-2026-2028-bozza.docx");
  expect(docx.bytes.toString("latin1", 0, 2)).toBe("PK");

  await dialog.getByRole("button", { name: "Chiudi" }).click();
  await dialog.waitFor({ state: "detached" });
  // Closed, it gives the focus back.
  expect(await paolo.evaluate(() => document.activeElement?.textContent)).toBe("Esporta il piano");

  // Who leaves before it is ready finds it among their files, which grow while they look.
  await paolo.keyboard.press("Enter");
  await dialog.getByRole("radio", { name: "LibreOffice (ODT)" }).check();
  await dialog.getByRole("button", { name: "Prepara il file" }).click();
  await dialog.getByRole("link", { name: "I miei file" }).click();
  await paolo.getByRole("heading", { level: 1, name: "I miei file" }).waitFor();
  const rows = paolo.getByRole("table", { name: "I miei file, dal più recente" }).getByRole("row");
  const link = rows.nth(1).getByRole("link", { name: "Scarica piao-capannori-2026-2028-bozza.odt" });
  await link.waitFor();
  expect(await rows.count()).toBe(4);
  expect(await rows.nth(1).textContent()).toContain("PIAO 2026–2028, Comune di CapannoriLibreOffice (ODT)");
  expect(await barriersOf(paolo)).toEqual([]);
  await link.focus();
  const [odt] = await Promise.all([paolo.waitForEvent("download"), paolo.keyboard.press("Enter")]);
  expect((await readFile(await odt.path())).toString("latin1", 0, 2)).toBe("PK");
  expect(complaints).toEqual([]);
});

it("the text of a section is taken away from beside it, by keyboard alone", async () => {
  const paolo = await demo.openToWrite("Paolo");
  await paolo.getByRole("tab", { name: "Versioni" }).click();
  await paolo.getByRole("button", { name: "Esporta il testo" }).focus();
  await paolo.keyboard.press("Enter");
  const dialog = paolo.getByRole("dialog", { name: "Esporta il testo della sezione" });
  await dialog.waitFor();
  await dialog.getByRole("radio", { name: "PDF" }).focus();
  for (let n = 0; n < 4; n++) await paolo.keyboard.press("ArrowDown");
  const [download] = await Promise.all([paolo.waitForEvent("download"), paolo.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toMatch(/^strategia-.*\.md$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain("Le modifiche solo proposte non vi compaiono.");
});
