import { launchBrowser } from "@upiao/test";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";

const laptop = { width: 1280, height: 800 };

/** People of the demonstration, each in a browser of their own. */
export class Visitors {
  private readonly contexts: BrowserContext[] = [];

  private constructor(private readonly browser: Browser) {}

  static async launch(): Promise<Visitors> {
    return new Visitors(await launchBrowser());
  }

  /** Opens the login of a server, as somebody who was never here. */
  async arrive(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: laptop, locale: "it-IT", ...options });
    this.contexts.push(context);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  /** Signs in by the button that offers the account of that first name, and opens a page. */
  async enter(url: string, name: string, path = "/", options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.arrive(url, options);
    await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
    await page.getByRole("heading", { level: 1, name: "Scrivania" }).waitFor();
    if (path !== "/") await page.goto(url + path);
    return page;
  }

  /** Closes everybody's browser; what they kept on their devices goes with it. */
  async leave(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

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
