import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { textOf, typeAtTheEnd, untilSaved, useDemonstration, wordsOf } from "./demonstration.ts";

const demo = useDemonstration();

/** Elena's page, whose news of the others and of her own caret wait for the test's word. */
async function openHeldPage(): Promise<Page> {
  const page = await demo.enter("Elena");
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    let isHolding = false;
    const Stock = WebSocket;
    window.WebSocket = class extends Stock {
      override set onmessage(listener: ((event: MessageEvent) => void) | null) {
        super.onmessage = (event) => {
          if (isHolding) held.push(() => listener?.(event));
          else listener?.(event);
        };
      }
    };
    // A busy browser tells late where the caret is.
    let isBusy = false;
    const keepBack = (event: Event) => isBusy && event.isTrusted && event.stopImmediatePropagation();
    window.addEventListener("selectionchange", keepBack, { capture: true });
    Object.assign(window, {
      hold: () => {
        isHolding = true;
      },
      heldMessages: () => held.length,
      moveToEndAndRelease: async () => {
        isBusy = true;
        const last = document.querySelector(".ProseMirror")!.lastElementChild!.lastChild!;
        getSelection()!.collapse(last, last.textContent!.length);
        isHolding = false;
        for (const deliver of held.splice(0)) deliver();
        // Carets of the others are drawn in a task of their own.
        await new Promise((resolve) => setTimeout(resolve, 50));
        isBusy = false;
      },
    });
  });
  await page.goto(demo.url + demo.sectionPath);
  await untilSaved(page);
  await textOf(page).getByText("Perché una strategia comune").click();
  await page.keyboard.type("x");
  await untilSaved(page);
  await page.evaluate("hold()");
  return page;
}

it("words go to where their writer has just put the caret, also when another's arrive in that moment", async () => {
  const lucca = await openHeldPage();
  const capannori = await demo.openToWrite("Paolo");
  await typeAtTheEnd(capannori, " Di Capannori.");
  await untilSaved(capannori);
  await expect.poll(() => lucca.evaluate("heldMessages()")).toBeGreaterThan(10);
  await lucca.evaluate("moveToEndAndRelease()");
  await lucca.keyboard.type(" Di Lucca.");
  await textOf(capannori).getByText("Di Lucca.").waitFor();
  expect(await wordsOf(lucca)).toMatch(/ Di Lucca\. Di Capannori\.$| Di Capannori\. Di Lucca\.$/);
});

it("nor does another's caret, drawn in that moment, take theirs back", async () => {
  const lucca = await openHeldPage();
  const capannori = await demo.openToWrite("Paolo");
  await typeAtTheEnd(capannori, "");
  await expect.poll(() => lucca.evaluate("heldMessages()")).toBeGreaterThan(1);
  await lucca.evaluate("moveToEndAndRelease()");
  await lucca.locator(".section-text__caret-name", { hasText: "Paolo Matteucci" }).waitFor();
  await lucca.keyboard.type(" Parole in fondo.");
  expect(await wordsOf(lucca)).toMatch(/ Parole in fondo\.$/);
});
