import { readFile } from "node:fs/promises";
import { dayInItaly } from "@upiao/domain";
import { Program } from "@upiao/test";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { useDemonstration } from "./demonstration.ts";
import { giveObjectives, type MeasuredBody } from "./measured-bodies.ts";

const demo = useDemonstration();
let measured: MeasuredBody;

beforeAll(async () => {
  measured = await giveObjectives(demo.url, demo.server.databaseUrl);
});

const cell = (page: Page, indicator: string, round: number) =>
  page.getByRole("textbox", { name: new RegExp(`^${indicator} ${round}ª rilevazione`) });

async function openGrid(name: string, options?: object): Promise<Page> {
  const page = await demo.enter(name, options);
  await page.goto(`${demo.url}/misure/${measured.bodyId}?anno=2026`);
  await page.getByRole("table", { name: "Valori del 2026" }).waitFor();
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");

/** Pastes as a spreadsheet puts it on the clipboard, into what has the focus. */
async function paste(page: Page, block: string): Promise<void> {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
  }, block);
}

describe("the grid of measurements", () => {
  it("is found from the desk, and filled by keyboard alone: arrows, Enter, and all saved at once", async () => {
    const page = await demo.enter("Paolo");
    await page
      .getByRole("link", { name: /^Misure: Comune di Capannori/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: "Misure: Comune di Capannori" }).waitFor();
    await page.goto(`${demo.url}/misure/${measured.bodyId}?anno=2026`);
    const first = cell(page, "Pratiche presentate online", 1);
    await first.focus();
    await page.keyboard.type("12,5 %");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe(`cell-${measured.indicators[1]}-1`);
    await page.keyboard.type("30 giorni");
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe(`cell-${measured.indicators[1]}-2`);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe(`cell-${measured.indicators[2]}-2`);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe(`cell-${measured.indicators[1]}-1`);
    // Inside the words of a cell the arrows move the caret.
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe(`cell-${measured.indicators[1]}-1`);
    await page.getByText("2 celle non sono salvate").waitFor();

    await page.getByRole("button", { name: "Salva tutto" }).press("Enter");
    await page.getByText("2 valori salvati.").waitFor();
    expect(await first.inputValue()).toBe("12,5");
    expect(await cell(page, "Giorni di attesa", 1).inputValue()).toBe("30");
    expect(await page.getByText("Non salvato").count()).toBe(0);
  });

  it("takes a block copied from a spreadsheet, and says at each cell what is wrong with it", async () => {
    const page = await openGrid("Paolo");
    // A column too far to the right: what lies outside is told, and what landed goes at once.
    await cell(page, "Giorni di attesa", 2).focus();
    await paste(page, "25\tmolti\r\n1.234\t\r\n");
    await page.getByRole("alert").getByText("Una cella incollata cade fuori dalla griglia").waitFor();
    await page.getByText("2 celle non sono salvate").waitFor();
    await page.getByRole("button", { name: "Scarta le modifiche" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Scarta le modifiche" }).click();
    await expect.poll(() => page.getByText("Non salvato").count()).toBe(0);
    await cell(page, "Giorni di attesa", 1).focus();
    await paste(page, "25\tmolti\r\n1.234\t\r\n");
    expect(await cell(page, "Giorni di attesa", 1).inputValue()).toBe("25");
    expect(await cell(page, "Persone formate", 1).inputValue()).toBe("1.234");
    expect(await cell(page, "Persone formate", 2).inputValue()).toBe("");
    await page.getByRole("button", { name: "Salva tutto" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "Una cella è da correggere" });
    await alert.waitFor();
    const wrong = cell(page, "Giorni di attesa", 2);
    expect(await wrong.getAttribute("aria-invalid")).toBe("true");
    await alert
      .getByRole("link", { name: /^Giorni di attesa, 2ª rilevazione: Non è un numero/ })
      .press("Enter");
    expect(await focused(page)).toBe(`cell-${measured.indicators[1]}-2`);
    // What is not saved outlives the page.
    await page.getByRole("link", { name: "Scrivania" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Scrivania" }).waitFor();
    await page.goBack();
    await wrong.fill("n.d.");
    await page.getByRole("button", { name: "Salva tutto" }).click();
    await page.getByText("3 valori salvati.").waitFor();
    expect(await cell(page, "Persone formate", 1).inputValue()).toBe("1234");
    expect(await wrong.inputValue()).toBe("n.d.");
  });

  it("keeps note and evidence beside a value, and what stood there before", async () => {
    const page = await openGrid("Paolo");
    await cell(page, "Persone formate", 2).fill("40");
    await page.getByRole("button", { name: /^Aggiungi nota o prova: Persone formate, 2ª/ }).click();
    const dialog = page.getByRole("dialog", { name: "Persone formate, 2ª rilevazione" });
    await dialog.getByRole("textbox", { name: "Nota" }).fill("Un corso è stato rinviato.");
    await dialog.getByRole("textbox", { name: "Indirizzo della prova" }).fill("javascript:alert(1)");
    await dialog.getByRole("button", { name: "Riporta nella griglia" }).click();
    await page.getByRole("button", { name: "Salva tutto" }).click();
    await page
      .getByRole("alert")
      .getByText(/L'indirizzo della prova deve cominciare/)
      .waitFor();
    await page.getByRole("button", { name: /^Nota e prova: Persone formate, 2ª/ }).click();
    await dialog
      .getByRole("textbox", { name: "Indirizzo della prova" })
      .fill("https://www.comune.capannori.lu.it/corso");
    await dialog.getByRole("button", { name: "Riporta nella griglia" }).click();
    await page.getByRole("button", { name: "Salva tutto" }).click();
    await page.getByText("Un valore salvato.").waitFor();
    await cell(page, "Persone formate", 2).fill("45");
    await page.getByRole("button", { name: "Salva tutto" }).click();
    await page.getByText("Un valore salvato.").waitFor();
    await page.getByRole("button", { name: /^Nota e prova: Persone formate, 2ª/ }).click();
    await dialog.getByText("40", { exact: true }).waitFor();
    const link = dialog.getByRole("link", { name: "Apri la prova in un’altra scheda" });
    expect(await link.getAttribute("href")).toBe("https://www.comune.capannori.lu.it/corso");
  });

  it("tells the second of two who measure the same cell who wrote what, and lets them choose", async () => {
    const page = await openGrid("Paolo");
    const field = cell(page, "Pratiche presentate online", 2);
    await field.fill("70");
    const rtd = await Program.login(demo.url, "rtd.capannori");
    const saved = await rtd.ask(
      `mutation ($bodyId: ID!, $cells: [CellInput!]!) { saveMeasurements(bodyId: $bodyId, year: 2026, cells: $cells) { saved } }`,
      { bodyId: measured.bodyId, cells: [{ indicatorId: measured.indicators[0], round: 2, text: "65" }] },
    );
    expect(saved.errors).toBeUndefined();
    await page.getByRole("button", { name: "Salva tutto" }).click();
    await page
      .getByRole("alert")
      .getByText(/Nel frattempo .+ ha scritto 65\./)
      .waitFor();
    expect(await field.inputValue()).toBe("70");
    await page.getByRole("button", { name: "Tieni il mio valore" }).click();
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.getByRole("button", { name: "Salva tutto" }).click();
    await page.getByText("Un valore salvato.").waitFor();
    expect(await field.inputValue()).toBe("70");
  });

  it("is read by who controls the body, without a field to write in, and shows only what is to be measured when asked", async () => {
    const page = await openGrid("Andrea");
    await page.getByRole("rowheader", { name: "Persone formate" }).waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Salva tutto" }).count()).toBe(0);
    const mine = await openGrid("Paolo");
    // The kit draws the box on its label.
    await mine.getByText("Solo quello che è da misurare").click();
    await mine.waitForURL(/mostra=da-misurare/);
    await mine.getByRole("checkbox", { name: "Solo quello che è da misurare", checked: true }).waitFor();
    const next = Number(dayInItaly(new Date()).slice(0, 4)) + 1;
    await mine.goto(`${demo.url}/misure/${measured.bodyId}?anno=${next}`);
    await mine.getByText(`Il ${next} non è ancora iniziato`).waitFor();
    expect(await mine.getByRole("textbox").count()).toBe(0);
  });

  it("goes out as a spreadsheet, and comes in again after a look at what it changes", async () => {
    const page = await openGrid("Paolo");
    await cell(page, "Pratiche presentate online", 1).waitFor();
    const taken = page.waitForEvent("download");
    await page.getByRole("button", { name: "Scarica CSV" }).click();
    const download = await taken;
    expect(download.suggestedFilename()).toBe("misure-capannori-2026.csv");
    const csv = await readFile(await download.path(), "utf8");
    expect(csv.startsWith("\uFEFFCodice;Obiettivo;Indicatore;")).toBe(true);
    const xlsx = page.waitForEvent("download");
    await page.getByRole("button", { name: "Scarica XLSX" }).click();
    expect((await xlsx).suggestedFilename()).toBe("misure-capannori-2026.xlsx");

    const import_ = (text: string) =>
      page.getByLabel("Foglio di calcolo (XLSX o CSV)").setInputFiles({
        name: "misure.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(text),
      });
    await import_("Codice;Valore 1ª rilevazione 2025\nx;1");
    await page
      .getByRole("alert")
      .getByText(/del 2025/)
      .waitFor();
    const [first, second] = measured.indicators;
    const header = "Codice;Valore 1ª rilevazione 2026;Nota 1ª rilevazione 2026";
    await import_(`${header}\n${first};55,5 %;\n${second};molti;`);
    const panel = page.getByRole("region", { name: "Importa ed esporta" });
    await panel.getByText(/^Riga 3: .*Non è un numero/).waitFor();
    expect(await panel.getByRole("button", { name: /^Scrivi/ }).count()).toBe(0);
    await import_(`${header}\n${first};55,5 %;Dal foglio\n${second};;`);
    const preview = panel.getByRole("table", { name: "Che cosa cambia" });
    await preview
      .getByRole("row")
      .filter({ hasText: "Pratiche presentate online" })
      .getByText("55,5")
      .waitFor();
    await panel.getByRole("button", { name: "Scrivi un valore" }).click();
    await page.getByText("Importazione conclusa: un valore scritto.").waitFor();
    await expect.poll(() => cell(page, "Pratiche presentate online", 1).inputValue()).toBe("55,5");
  });

  it("[T02] does not exist for strangers", async () => {
    const page = await demo.enter("Luca");
    for (const bodyId of [measured.bodyId, "7f3e1a52-0000-4000-8000-000000000000"]) {
      await page.goto(`${demo.url}/misure/${bodyId}`);
      await page.getByRole("heading", { level: 1, name: "Pagina non trovata" }).waitFor();
    }
  });
});

describe.each([
  ["a laptop", { width: 1280, height: 800 }],
  ["a phone", { width: 360, height: 740 }],
])("on %s", (_name, viewport) => {
  it("the grid has no barrier that axe finds, nor an error in the console, nor scrolls the page sideways", async () => {
    const page = await openGrid("Paolo", { viewport });
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    const look = async (at: string) => {
      const sideways = await page.evaluate(() => document.body.scrollWidth - innerWidth);
      expect({ at, barriers: await barriersOf(page), sideways }).toEqual({ at, barriers: [], sideways: 0 });
    };
    await look("the grid");
    await cell(page, "Persone formate", 1).fill("molte");
    await page.getByRole("button", { name: "Salva tutto" }).click();
    await page.getByRole("alert").waitFor();
    await look("what is wrong");
    await page.getByRole("button", { name: /^(Aggiungi nota|Nota e prova).*Persone formate, 1ª/ }).click();
    await page.getByRole("dialog").waitFor();
    await look("the words beside a value");
    expect(complaints).toEqual([]);
  });
});
