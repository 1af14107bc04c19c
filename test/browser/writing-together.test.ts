import { AxeBuilder } from "@axe-core/playwright";
import { launchBrowser, Program, startServer, type TestServer } from "@upiao/test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";

let server: TestServer;
let browser: Browser;
let section: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  section = await (await Program.login(server.url, "redattore.lucca")).sharedSection();
});

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Signs in as a person of the demonstration, by the button that offers the account, and opens a page. */
async function enter(name: string, path: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: "it-IT" });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await page.getByRole("heading", { level: 1, name: "Scrivania" }).waitFor();
  await page.goto(server.url + path);
  return page;
}

const sectionPath = () => `/sezioni/${section}`;
const text = (page: Page) => page.locator(".ProseMirror");

async function typeAtTheEnd(page: Page, words: string): Promise<void> {
  await text(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

it("officers of two bodies write the shared section at once, and both read the same", async () => {
  const [lucca, capannori] = [await enter("Elena", sectionPath()), await enter("Paolo", sectionPath())];
  await lucca.getByText("Salvato", { exact: true }).waitFor();
  await capannori.getByText("Salvato", { exact: true }).waitFor();
  await Promise.all([
    typeAtTheEnd(lucca, " Da Lucca uno due tre."),
    typeAtTheEnd(capannori, " Da Capannori quattro cinque."),
  ]);
  for (const page of [lucca, capannori]) {
    await page.getByText("Salvato", { exact: true }).waitFor();
  }
  const stored = (await (await Program.login(server.url, "redattore.lucca")).plainText(section)).slice(-200);
  // Where both stood the letters of the two may alternate; none of them is missing.
  const sorted = (words: string) =>
    [...words]
      .filter((letter) => /\S/.test(letter))
      .sort()
      .join("");
  const written = " Da Lucca uno due tre. Da Capannori quattro cinque.";
  expect(sorted(stored.slice(stored.indexOf("resta consultabile.") + 19))).toBe(sorted(written));
});

it("what is written offline stays on the device when the page is closed, and reaches the others on the return", async () => {
  const [lucca, capannori] = [await enter("Elena", sectionPath()), await enter("Paolo", sectionPath())];
  await lucca.getByText("Salvato", { exact: true }).waitFor();
  await lucca.context().setOffline(true);
  await typeAtTheEnd(lucca, " Scritto senza rete.");
  await lucca.getByText("Offline: le modifiche restano su questo dispositivo").first().waitFor();
  await lucca.close();
  await contexts[0]!.setOffline(false);
  const again = await contexts[0]!.newPage();
  await again.goto(server.url + sectionPath());
  await text(capannori).getByText("Scritto senza rete.").waitFor();
  await again.getByText("Salvato", { exact: true }).waitFor();
});

it("a page closed right after a key loses nothing", async () => {
  const lucca = await enter("Elena", sectionPath());
  await lucca.getByText("Salvato", { exact: true }).waitFor();
  await typeAtTheEnd(lucca, " Ultima parola");
  await lucca.close();
  const again = await contexts[0]!.newPage();
  await again.goto(server.url + sectionPath());
  await text(again).getByText("Ultima parola").waitFor();
});

it("an auditor sees the writing live, is told why the text is read only, and cannot type in it", async () => {
  const [lucca, auditor] = [await enter("Elena", sectionPath()), await enter("Andrea", sectionPath())];
  await text(auditor).getByText("Perché una strategia comune").waitFor();
  await typeAtTheEnd(lucca, " Il Nucleo lo vede.");
  await text(auditor).getByText("Il Nucleo lo vede.").waitFor();
  await auditor.getByText("Sola lettura", { exact: false }).first().waitFor();
  expect(await text(auditor).getAttribute("contenteditable")).toBe("false");
});

it("an officer of Pisa finds no trace of Lucca's section", async () => {
  const pisa = await enter("Luca", sectionPath());
  await pisa.getByRole("heading", { level: 1, name: "Pagina non trovata" }).waitFor();
  expect(await pisa.content()).not.toContain("Strategia di digitalizzazione");
});

it("no page has a barrier that axe finds, at a laptop's and at a phone's width", async () => {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ]) {
    const page = await enter("Elena", "/", viewport);
    const faults: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    await page
      .getByRole("link", { name: /^PIAO 2026/ })
      .first()
      .waitFor();
    const plan = await page
      .getByRole("link", { name: /^PIAO 2026/ })
      .first()
      .getAttribute("href");
    for (const path of ["/", plan!, sectionPath(), "/profilo", "/niente"]) {
      await page.goto(server.url + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      if (path === sectionPath()) await page.getByText("Salvato", { exact: true }).waitFor();
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
        .analyze();
      expect({
        path,
        violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      }).toEqual({ path, violations: [] });
    }
    expect(faults).toEqual([]);
  }
});
