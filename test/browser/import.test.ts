import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const choose = (page: Page, name: string, content: Buffer | string, mimeType = wordType) =>
  page.getByLabel("File da importare").setInputFiles({ name, mimeType, buffer: Buffer.from(content) });

async function openImport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Inizia un piano" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Da quale piano partire").selectOption({ label: "Da nessuno: sezioni vuote" });
  await dialog.getByRole("button", { name: "Inizia il piano" }).click();
  await page.getByRole("link", { name: "Importa un file" }).click();
  await page.getByRole("heading", { level: 1, name: "Importa un file" }).waitFor();
}

function planFile(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, text: "PIAO 2027–2029" }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      text: "Sezione 2. Valore pubblico, performance e anticorruzione",
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: "2.1 Valore pubblico" }),
    new Paragraph({
      children: [
        new TextRun({ text: "Il territorio", bold: true }),
        new ExternalHyperlink({ link: "https://www.agid.gov.it/it", children: [new TextRun(" AgID")] }),
      ],
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_3, text: "Obiettivi della Provincia" }),
    new Paragraph({ text: "servizi in rete", bullet: { level: 0 } }),
    new Table({
      rows: [
        new TableRow({ tableHeader: true, children: [cell("Anno"), cell("Valore")] }),
        new TableRow({ children: [cell("2027"), cell("🏛️ مرحبا")] }),
      ],
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: "Note della segreteria" }),
    new Paragraph("Da non importare"),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

describe("a file is imported", () => {
  it("split by its headings into the sections of a plan, after a look at where each part goes", async () => {
    const marco = await demo.enter("Marco");
    await openImport(marco);
    await choose(marco, "piao.docx", await planFile());
    await marco.getByText("2 parti; sezioni in cui si scrive: 1.").waitFor();
    const where = marco.getByLabel("Dove va «2.1 Valore pubblico»");
    expect(await where.locator("option:checked").textContent()).toBe("2.1 Valore pubblico");
    const other = marco.getByLabel("Dove va «Note della segreteria»");
    expect(await other.locator("option:checked").textContent()).toBe("Non importare");
    await marco.getByText("titoli senza un testo sotto: «PIAO 2027–2029»").waitFor();
    await marco.getByText("Mostra il testo").first().press("Enter");
    for (const width of [1280, 360]) {
      await marco.setViewportSize({ width, height: 800 });
      const sideways = await marco.evaluate(() => document.body.scrollWidth - innerWidth);
      expect({ width, barriers: await barriersOf(marco), sideways }).toEqual({
        width,
        barriers: [],
        sideways: 0,
      });
    }
    await marco.setViewportSize({ width: 1280, height: 800 });

    await marco.getByRole("button", { name: "Scrivi in 1 sezione" }).press("Enter");
    await marco.getByText("Testo scritto in 1 sezione:").waitFor();
    await marco.getByRole("link", { name: "Valore pubblico" }).click();
    const text = marco.locator(".ProseMirror");
    await text.getByRole("heading", { name: "Obiettivi della Provincia" }).waitFor();
    expect(await text.locator("strong").first().textContent()).toBe("Il territorio");
    expect(await text.locator("th").allTextContents()).toEqual(["Anno", "Valore"]);
    await text.getByText("🏛️ مرحبا").waitFor();
    expect(await text.getByText("Da non importare").count()).toBe(0);
  });

  it("into a section that has a text, before the eyes of who has it open, and what was replaced stays among the versions", async () => {
    const elena = await demo.enter("Elena");
    await elena.goto(`${demo.url}${demo.sectionPath}`);
    await elena.locator(".ProseMirror").getByRole("heading").first().waitFor();
    const marco = await demo.enter("Marco");
    await marco.goto(`${demo.url}${demo.sectionPath}/importa`);
    await choose(marco, "testo.md", "## Importato\n\nIn **fondo**\n", "text/markdown");
    const standing = marco.getByLabel(/^Il testo che c’è già in/);
    expect(await standing.locator("option:checked").textContent()).toMatch(/^resta/);
    await standing.selectOption({ label: "viene sostituito, e resta fra le versioni" });
    await marco.getByRole("button", { name: "Scrivi in 1 sezione" }).click();
    await marco.getByText("Testo scritto in 1 sezione:").waitFor();
    expect(await demo.storedWords()).toBe("Importato\nIn fondo");
    await elena.locator(".ProseMirror").getByRole("heading", { name: "Importato" }).waitFor();
    expect(await elena.locator(".ProseMirror").getByRole("heading").count()).toBe(1);
    await marco.getByRole("status").getByRole("link").click();
    await marco.getByRole("tab", { name: "Versioni" }).click();
    await marco.getByText("Prima dell’importazione").first().waitFor();
  });

  it("[T29] [T32] without running anything of it and without fetching anything", async () => {
    const marco = await demo.enter("Marco");
    await marco.goto(`${demo.url}${demo.sectionPath}/importa`);
    const foreign: string[] = [];
    marco.context().on("request", (request) => {
      if (!request.url().startsWith(demo.url) && !/^(blob|data):/.test(request.url()))
        foreign.push(request.url());
    });
    const ran: string[] = [];
    marco.on("dialog", (dialog) => {
      ran.push(dialog.message());
      void dialog.dismiss();
    });
    const hostile = `<!doctype html><html><head><link rel="stylesheet" href="http://127.0.0.1:9/a.css"><style>@import "http://127.0.0.1:9/b.css"; p { background: url(http://127.0.0.1:9/c.png) }</style>
<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/d"><base href="http://127.0.0.1:9/"></head>
<body onload="alert(1)"><script>alert(2)</script><script src="http://127.0.0.1:9/e.js"></script><h1 onclick="alert(3)">Ostile</h1>
<p style="background:url(http://127.0.0.1:9/f.png)">Testo <img src="http://127.0.0.1:9/g.png" onerror="alert(4)"><svg onload="alert(5)"></svg><a href="javascript:alert(6)">qui</a></p>
<iframe src="http://127.0.0.1:9/h" srcdoc="<script>alert(7)</script>"></iframe><video src="http://127.0.0.1:9/i" poster="http://127.0.0.1:9/j"></video></body></html>`;
    await choose(marco, "pagina.html", hostile, "text/html");
    await marco.getByText("2 immagini non importate").waitFor();
    await marco.getByText("2 programmi della pagina, mai eseguiti").waitFor();
    await marco.getByRole("button", { name: "Scrivi in 1 sezione" }).click();
    await marco.getByText("Testo scritto in 1 sezione:").waitFor();
    await marco.goto(`${demo.url}${demo.sectionPath}`);
    await marco.locator(".ProseMirror").getByRole("heading", { name: "Ostile" }).waitFor();
    expect(await marco.locator(".ProseMirror").getByRole("link", { name: "qui" }).count()).toBe(0);
    expect([foreign, ran]).toEqual([[], []]);
  });

  it("[T32] or refused with a sentence, and nothing is written", async () => {
    const marco = await demo.enter("Marco");
    const before = await demo.storedWords();
    await marco.goto(`${demo.url}${demo.sectionPath}/importa`);
    const says = (sentence: RegExp) => marco.getByRole("alert").getByText(sentence).waitFor();
    await choose(marco, "rotto.docx", (await planFile()).subarray(0, 3_000));
    await says(/^Il file è danneggiato/);
    await choose(marco, "pagina.docx", "<html><p>x</p></html>");
    await says(/^Il contenuto del file non è quello che dice il suo nome/);
    await choose(marco, "vecchio.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
    await says(/^È un documento del vecchio formato di Word/);
    await choose(marco, "piano.pdf", "%PDF-1.7");
    await says(/^È un PDF/);
    await choose(marco, "vuoto.md", "\n\n", "text/markdown");
    await says(/^Nel file non c’è nessun testo/);
    // Playwright hands over no file of 300 MB: the page makes one.
    await marco.getByLabel("File da importare").evaluate((input: HTMLInputElement) => {
      const files = new DataTransfer();
      const part = new Uint8Array(30 * 1024 * 1024);
      files.items.add(
        new File(
          Array.from({ length: 10 }, () => part),
          "enorme.docx",
        ),
      );
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await says(/^Il file è troppo grande/);
    expect(await demo.storedWords()).toBe(before);
  });
});
