import { expect, it } from "vitest";
import { textOf, typeAtTheEnd, untilSaved, useDemonstration, wordsOf } from "./demonstration.ts";

const demo = useDemonstration();

it("words go to where their writer has just put the caret, also when another's arrive in that moment", async () => {
  const lucca = await demo.enter("Elena");
  // What comes by the socket waits for the test's word, to come in the moment before the browser tells of the caret.
  await lucca.addInitScript(() => {
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
    Object.assign(window, {
      hold: () => {
        isHolding = true;
      },
      heldMessages: () => held.length,
      moveToEndAndRelease: () => {
        const last = document.querySelector(".ProseMirror")!.lastElementChild!.lastChild!;
        getSelection()!.collapse(last, last.textContent!.length);
        isHolding = false;
        for (const deliver of held.splice(0)) deliver();
      },
    });
  });
  await lucca.goto(demo.url + demo.sectionPath);
  await untilSaved(lucca);
  await textOf(lucca).getByText("Perché una strategia comune").click();
  await lucca.keyboard.type("x");
  await untilSaved(lucca);
  await lucca.evaluate("hold()");
  const capannori = await demo.openToWrite("Paolo");
  await typeAtTheEnd(capannori, " Di Capannori.");
  await untilSaved(capannori);
  await expect.poll(() => lucca.evaluate("heldMessages()")).toBeGreaterThan(10);
  await lucca.evaluate("moveToEndAndRelease()");
  await lucca.keyboard.type(" Di Lucca.");
  await textOf(capannori).getByText("Di Lucca.").waitFor();
  expect(await wordsOf(lucca)).toMatch(/ Di Lucca\. Di Capannori\.$| Di Capannori\. Di Lucca\.$/);
});
