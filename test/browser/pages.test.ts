import { Program } from "@upiao/test";
import { describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import {
  complaintsOn,
  textOf,
  typeAtTheEnd,
  untilSaved,
  useDemonstration,
  wordsOf,
} from "./demonstration.ts";

const demo = useDemonstration();

describe.each([
  ["a laptop", { width: 1280, height: 800 }],
  ["a phone", { width: 360, height: 740 }],
])("on %s", (_name, viewport) => {
  it("no page has a barrier that axe finds, nor an error in the console, nor scrolls sideways", async () => {
    const page = await demo.arrive({ viewport });
    const complaints = complaintsOn(page);
    const look = async (at: string) => {
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.getByRole("status", { name: "Caricamento" }).waitFor({ state: "detached" });
      const sideways = await page.evaluate(() => document.body.scrollWidth - innerWidth);
      expect({ at, barriers: await barriersOf(page), sideways }).toEqual({ at, barriers: [], sideways: 0 });
    };
    await page.getByRole("button", { name: /^Chiara/ }).waitFor();
    await look("the login");
    await page.getByRole("button", { name: "Accedi" }).click();
    await page.getByRole("alert").waitFor();
    await look("the login with what is missing");
    await page.getByRole("button", { name: /^Chiara/ }).click();
    await page.getByRole("link", { name: /: persone$/ }).waitFor();
    await look("the desk of an administrator");
    await page.getByRole("link", { name: /: persone$/ }).click();
    await page.getByRole("listitem").first().waitFor();
    await look("the people of a body");
    await page.getByRole("button", { name: "Esci" }).click();

    await page.getByRole("button", { name: /^Elena/ }).click();
    await page.getByRole("link", { name: /^Strategia di digitalizzazione/ }).waitFor();
    await look("the desk");
    await page.getByRole("combobox").fill("forli");
    await page.getByRole("option").first().waitFor();
    await look("the desk with what was found");
    await page.getByRole("link", { name: "Apri il piano" }).first().click();
    await page.getByRole("link", { name: /^Strategia di digitalizzazione/ }).waitFor();
    await look("a plan");
    await page.getByRole("link", { name: /^Strategia di digitalizzazione/ }).click();
    await untilSaved(page);
    await look("a section");
    // Of a reader the indicators are tables: on a phone they are cards, and the text does not move sideways.
    await page.getByRole("button", { name: "Esci" }).click();
    await page.getByRole("button", { name: /^Andrea/ }).click();
    await page.getByRole("heading", { level: 1, name: "Scrivania" }).waitFor();
    await page.goto(demo.url + demo.sectionPath);
    await textOf(page).getByRole("columnheader", { name: "Atteso 2028" }).first().waitFor();
    // A code alone says nothing to a reader.
    await textOf(page)
      .getByText(/^RA3\.2\.2 Incremento/)
      .first()
      .waitFor();
    await look("a section to read");
    expect(await textOf(page).evaluate((text) => text.scrollWidth - text.clientWidth)).toBe(0);
    await page.goto(`${demo.url}/profilo`);
    await look("the profile");
    await page.goto(`${demo.url}/niente`);
    await look("an address that leads nowhere");
    expect(complaints).toEqual([]);
  });
});

describe("by keyboard alone", () => {
  it("one signs in, finds the section and writes in it", async () => {
    const page = await demo.arrive();
    await page.getByRole("button", { name: /^Elena/ }).waitFor();
    const goTo = async (name: RegExp | string) => {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => {
          const { activeElement: it } = document;
          return it?.getAttribute("aria-label") ?? it?.textContent ?? "";
        });
        if (focused.match(name)) return;
      }
      throw new Error(`the focus never came to ${name}`);
    };
    await goTo(/^Elena/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Scrivania" }).waitFor();
    await goTo(/^Strategia di digitalizzazione/);
    await page.keyboard.press("Enter");
    await untilSaved(page);
    await goTo(/^Strategia di digitalizzazione/);
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Senza mouse.");
    await textOf(page).getByText("Senza mouse.").waitFor();
    await untilSaved(page);
  });
});

describe("the first load of the desk", () => {
  it("brings less than 250 kB of compressed JavaScript, and the editor comes later", async () => {
    const page = await demo.arrive({ serviceWorkers: "block" });
    await page.getByRole("button", { name: /^Elena/ }).click();
    await page.getByRole("link", { name: /^Strategia di digitalizzazione/ }).waitFor();
    const scripts = await page.evaluate(() =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith(".js"))
        .map(({ name, encodedBodySize }) => ({ name, encodedBodySize })),
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter(({ name }) => name.includes("section-room"))).toEqual([]);
    expect(scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)).toBeLessThan(250_000);
  });
});

describe("markup in what people write", () => {
  const markup = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;

  it("[T27] of a program that wrote it into the text is text on the page, and no link of it runs anything", async () => {
    const program = await Program.login(demo.url, "redattore.capannori");
    const open = await program.open(demo.sectionId);
    const text = open.write(`${markup} buono cattivo`);
    text.format(text.length - 7, 7, { link: { href: "javascript:window.hacked=1" } });
    text.format(text.length - 13, 5, { link: { href: "https://www.comune.capannori.lu.it" } });

    const page = await demo.openSection("Elena");
    await textOf(page).getByText(markup).waitFor();
    await textOf(page).getByText("cattivo").click();
    await textOf(page)
      .getByText("cattivo")
      .click({ modifiers: ["Control"] });
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    const links = await textOf(page)
      .locator("a")
      .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute("href")]));
    expect(links).toEqual([["buono", "https://www.comune.capannori.lu.it/"]]);
    open.close();
  });

  it("[T27] that is pasted comes in as what one may write, and nothing else", async () => {
    const page = await demo.openToWrite("Elena");
    await typeAtTheEnd(page, " ");
    await page.evaluate((html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      const target = document.querySelector(".ProseMirror")!;
      target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, `${markup}<p style="position:fixed" onclick="window.hacked=1">Testo <a href="javascript:window.hacked=1">incollato</a></p><iframe src="/"></iframe>`);
    await textOf(page).getByText("incollato").waitFor();
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(
      await textOf(page).locator("script, img[src='x'], iframe, [onclick], a[href^='javascript:']").count(),
    ).toBe(0);
    expect(await wordsOf(page)).toContain("Testo incollato");
  });
});
