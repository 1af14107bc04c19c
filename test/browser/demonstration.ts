import { launchBrowser, Program, startServer, type TestServer } from "@upiao/test";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { PoorLine } from "./poor-line.ts";

const laptop = { width: 1280, height: 800 };
/** With what does not come at all a test ends; what is late because others share the cores is waited for. */
const patienceMs = 60_000;

/** For a file of tests: the platform with its demonstration, and people who come to it with a browser of their own.
 *  After each test they have left, and what they kept on their devices is gone. */
export function useDemonstration(): Demonstration {
  const demonstration = new Demonstration();
  beforeAll(() => demonstration.start());
  afterEach(() => demonstration.everybodyLeaves());
  afterAll(() => demonstration.stop());
  return demonstration;
}

class Demonstration {
  server!: TestServer;
  /** The shared section of the office of Lucca. */
  sectionId!: string;
  private reader!: Program;
  private browser!: Browser;
  private readonly contexts: BrowserContext[] = [];
  private readonly lines: PoorLine[] = [];

  async start(): Promise<void> {
    this.server = await startServer();
    this.browser = await launchBrowser();
    this.reader = await Program.login(this.url, "nucleo.lucca");
    this.sectionId = await this.reader.sharedSection();
  }

  get url(): string {
    return this.server.url;
  }

  get sectionPath(): string {
    return `/sezioni/${this.sectionId}`;
  }

  /** A line to the platform that can be cut. */
  async layLine(): Promise<PoorLine> {
    const line = await PoorLine.to(this.url);
    this.lines.push(line);
    return line;
  }

  /** The words of the shared section that are on the server's disk. */
  storedWords(): Promise<string> {
    return this.reader.plainText(this.sectionId);
  }

  /** Opens the login as somebody who was never here. */
  async arrive(options: BrowserContextOptions = {}, url = this.url): Promise<Page> {
    const context = await this.browser.newContext({ viewport: laptop, locale: "it-IT", ...options });
    context.setDefaultTimeout(patienceMs);
    this.contexts.push(context);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  /** Signs in by the button that offers the account of that first name. */
  async enter(name: string, options?: BrowserContextOptions, url?: string): Promise<Page> {
    const page = await this.arrive(options, url);
    await signIn(page, name);
    return page;
  }

  /** Signs in and opens the shared section. */
  async openSection(name: string, url = this.url): Promise<Page> {
    const page = await this.enter(name, {}, url);
    await page.goto(url + this.sectionPath);
    return page;
  }

  /** Signs in and opens the shared section, ready to write in it. */
  async openToWrite(name: string, url?: string): Promise<Page> {
    const page = await this.openSection(name, url);
    await untilSaved(page);
    return page;
  }

  async everybodyLeaves(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
    for (const line of this.lines.splice(0)) await line.close();
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    await this.server?.stop();
  }
}

/** What the browser complains of on a page from now on. A service worker that takes over while a page loads makes Chromium
 *  notice that what was preloaded before it is loaded again: when that happens is not the page's to say. */
export function complaintsOn(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isOfPreload = /preload/i.test(message.text()) && message.type() === "warning";
    if (["error", "warning"].includes(message.type()) && !isOfPreload) complaints.push(message.text());
  });
  return complaints;
}

export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await page.getByRole("heading", { level: 1, name: "Scrivania" }).waitFor();
}

export const offline = "Offline: le modifiche restano su questo dispositivo";

/** The text of the section that a page shows. */
export function textOf(page: Page): Locator {
  return page.locator(".ProseMirror");
}

export async function typeAtTheEnd(page: Page, words: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

/** The words of it, without the names of those who write. */
export function wordsOf(page: Page): Promise<string> {
  return textOf(page).evaluate((text) => {
    const copy = text.cloneNode(true) as Element;
    for (const caret of copy.querySelectorAll(".section-text__caret")) caret.remove();
    return copy.textContent ?? "";
  });
}

/** What the page says of the saving, in sight of everybody. */
export function statusOf(page: Page, sentence: string): Locator {
  return page.locator(".section-status__line").getByText(sentence, { exact: true });
}

export async function untilSaved(page: Page): Promise<void> {
  await statusOf(page, "Salvato").waitFor();
}
