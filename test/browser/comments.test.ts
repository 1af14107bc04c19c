import { AxeBuilder } from "@axe-core/playwright";
import { Program } from "@upiao/test";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { textOf, untilSaved, useDemonstration } from "./demonstration.ts";
import { caretBefore, chooseWords } from "./words-on-page.ts";

const demo = useDemonstration();

const quote = "con una convenzione";

async function openComments(page: Page): Promise<Locator> {
  await page.getByRole("tab", { name: /^Commenti/ }).click();
  return page.locator(".comment-panel");
}

/** What is highlighted in the text, piece by piece. */
async function highlighted(page: Page): Promise<string> {
  return (await textOf(page).locator(".section-text__comment").allTextContents()).join("");
}

const thread = (page: Page, words: string) => page.locator(".thread-card", { hasText: words });
const settleButton = (card: Locator) => card.getByRole("button", { name: "Risolvi" });

async function reply(card: Locator, words: string): Promise<void> {
  await card.getByLabel("Risposta").fill(words);
  await card.getByRole("button", { name: "Rispondi" }).click();
}

/** What axe finds wrong on the page. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

describe("a finding of the auditor", () => {
  it("is raised on words that only it may read, answered by an officer, closed by the auditor alone, and stays on its words", async () => {
    const elena = await demo.openToWrite("Elena");
    const andrea = await demo.openSection("Andrea");
    await openComments(elena);

    await chooseWords(andrea, quote);
    await andrea.keyboard.press("Control+Alt+m");
    await andrea.getByLabel("Tipo").first().selectOption("FINDING");
    const text = andrea.getByLabel("Commento", { exact: true });
    await text.fill("Quale convenzione? ");
    await text.pressSequentially("@Ele");
    await andrea.getByRole("option", { name: /^Elena/ }).waitFor();
    await text.press("Enter");
    await andrea.getByRole("button", { name: "Pubblica il commento" }).click();

    // Without a reload, in the text and beside it.
    const card = thread(elena, "Quale convenzione?");
    await card.waitFor();
    await expect.poll(() => highlighted(elena)).toBe(quote);
    await card.getByText("In attesa di risposta").waitFor();
    await elena.getByText(/Nuovo commento di Andrea/).waitFor({ state: "attached" });

    expect(await settleButton(card).getAttribute("aria-disabled")).toBe("true");
    await card.getByText(/^Un rilievo è chiuso o riaperto solo da chi/).waitFor();
    await settleButton(card).dispatchEvent("click");
    await reply(card, "Quella del 2022.");
    await thread(andrea, "Quella del 2022.").waitFor();
    await card.getByText("In attesa di risposta").waitFor({ state: "detached" });
    await card.getByText("Aperto", { exact: true }).waitFor();
    expect(await faultsOf(elena)).toEqual([]);
    expect(await faultsOf(andrea)).toEqual([]);

    // Before, and inside.
    await caretBefore(elena, quote);
    await elena.keyboard.type("appunto ");
    await expect.poll(() => highlighted(andrea)).toBe(quote);
    await caretBefore(elena, "convenzione");
    await elena.keyboard.type("nuova ");
    await expect.poll(() => highlighted(andrea)).toBe("con una nuova convenzione");
    await expect.poll(() => highlighted(elena)).toBe("con una nuova convenzione");
    for (let times = 0; times < "nuova ".length; times++) await elena.keyboard.press("Backspace");
    await expect.poll(() => highlighted(andrea)).toBe(quote);

    await chooseWords(elena, quote);
    await elena.keyboard.press("Delete");
    await thread(andrea, "Quale convenzione?").getByText("Testo non più presente").waitFor();
    await thread(elena, "Quale convenzione?").locator("blockquote", { hasText: quote }).waitFor();
    expect(await highlighted(elena)).toBe("");
    await elena.keyboard.press("Control+z");
    await expect.poll(() => highlighted(andrea)).toBe(quote);
    await expect.poll(() => highlighted(elena)).toBe(quote);

    await settleButton(thread(andrea, "Quale convenzione?")).click();
    await elena.getByText(/Commento risolto da Andrea/).waitFor({ state: "attached" });
    await expect.poll(() => highlighted(elena)).toBe("");
    await untilSaved(elena);
  });
});

describe("with the keyboard alone", () => {
  it("a reader finds words of the text, comments on them, goes from the words to the thread and back", async () => {
    const andrea = await demo.openSection("Andrea");
    await textOf(andrea).waitFor();
    await andrea.getByRole("button", { name: "Commenta la sezione" }).press("Enter");
    await andrea.getByText("Su parole precise, con la tastiera").press("Enter");
    const words = andrea.getByLabel("Parole del testo");
    await words.fill("parole che non ci sono");
    await words.press("Enter");
    await andrea.getByText("Queste parole non sono nel testo.").waitFor();
    await words.fill("Capannori");
    await words.press("Enter");
    await andrea.locator(".new-thread blockquote", { hasText: "Capannori" }).waitFor();
    const text = andrea.getByLabel("Commento", { exact: true });
    await text.fill("Anche gli altri?");
    await text.press("Control+Enter");
    const card = thread(andrea, "Anche gli altri?");
    await card.getByRole("button", { name: "Vai al testo" }).press("Enter");
    const mark = textOf(andrea).locator("mark", { hasText: "Capannori" });
    await mark.press("Enter");
    await expect
      .poll(() => card.locator("h4").evaluate((title) => title === document.activeElement))
      .toBe(true);
    expect(await faultsOf(andrea)).toEqual([]);
  });

  it("its author changes a comment and deletes it, which leaves a trace", async () => {
    const elena = await demo.openToWrite("Elena");
    await elena.getByRole("button", { name: "Commenta la sezione" }).press("Enter");
    const text = elena.getByLabel("Commento", { exact: true });
    await text.fill("Prima stesura");
    await text.press("Control+Enter");
    const card = thread(elena, "Prima stesura");
    await card.getByRole("button", { name: "Modifica" }).press("Enter");
    await elena.getByLabel("Testo del commento").fill("Seconda stesura");
    await elena.getByRole("button", { name: "Salva" }).press("Enter");
    const again = thread(elena, "Seconda stesura");
    await again.getByText("modificato").waitFor();
    await again.getByRole("button", { name: "Elimina" }).press("Enter");
    await elena.getByRole("dialog").getByRole("button", { name: "Elimina" }).press("Enter");
    await elena.getByText("Commento eliminato").waitFor();
    expect(await elena.content()).not.toContain("Seconda stesura");
  });

  it("is half written and stays so, with the focus in it, while the section is closed to writing and opened again", async () => {
    const elena = await demo.openToWrite("Elena");
    await elena.getByRole("button", { name: "Commenta la sezione" }).press("Enter");
    const text = elena.getByLabel("Commento", { exact: true });
    await text.pressSequentially("Prima");
    const rtd = await Program.login(demo.url, "rtd.lucca");
    for (const [closed, role] of [
      [true, "document"],
      [false, "textbox"],
    ] as const) {
      await rtd.ask(
        "mutation ($id: ID!, $closed: Boolean!) { setSectionClosed(sectionId: $id, closed: $closed) { id } }",
        { id: demo.sectionId, closed },
      );
      await expect.poll(() => textOf(elena).getAttribute("role")).toBe(role);
      await elena.keyboard.type(`, ${role}`);
    }
    expect(await text.inputValue()).toBe("Prima, document, textbox");
    await elena.getByRole("button", { name: "Pubblica il commento" }).click();
    await thread(elena, "Prima, document, textbox").waitFor();
  });

  it("the threads are filtered by state, kind and person", async () => {
    const elena = await demo.openToWrite("Elena");
    const panel = await openComments(elena);
    await panel.locator(".thread-card").first().waitFor();
    await panel.getByLabel("Stato").selectOption("RESOLVED");
    await thread(elena, "Quale convenzione?").waitFor();
    await panel.getByLabel("Tipo").selectOption("QUESTION");
    await panel.getByText("Nessun commento corrisponde ai filtri.").waitFor();
    await panel.getByLabel("Tipo").selectOption("");
    await panel.getByLabel("Persona").selectOption({ label: "Elena Bertolucci" });
    await thread(elena, "Quale convenzione?").waitFor();
  });
});
