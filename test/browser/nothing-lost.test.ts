import { describe, expect, it } from "vitest";
import {
  offline,
  statusOf,
  textOf,
  typeAtTheEnd,
  untilSaved,
  useDemonstration,
  wordsOf,
} from "./demonstration.ts";

const demo = useDemonstration();

describe("when the server goes", () => {
  it("by kill -9 in the middle of typing, all that the other browser had shown is there afterwards, and all that was typed", async () => {
    const line = await demo.layLine();
    const lucca = await demo.openToWrite("Elena", line.url);
    const capannori = await demo.openToWrite("Paolo", line.url);
    const words = Array.from({ length: 60 }, (_, index) => `parola${index}`);
    const typing = typeAtTheEnd(lucca, ` ${words.join(" ")} fine.`);
    await textOf(capannori).getByText("parola20").waitFor();
    await demo.server.kill("SIGKILL");
    const shown = await wordsOf(capannori);
    await typing;
    await statusOf(lucca, offline).waitFor();
    // Neither of the two is back to send it again before the table is read.
    line.cut();
    await demo.server.restart();
    const shownWords = words.filter((word) => shown.includes(`${word} `));
    expect(shownWords.length).toBeGreaterThan(20);
    const after = await demo.storedWords();
    expect(shownWords.filter((word) => !after.includes(word))).toEqual([]);

    line.mend();
    await textOf(capannori).getByText("fine.").waitFor();
    expect((await demo.storedWords()).includes(words.join(" "))).toBe(true);
  });

  it("a page that is reloaded without it shows the text with what was written, and sends it when the server is back", async () => {
    const lucca = await demo.openToWrite("Elena");
    const capannori = await demo.openToWrite("Paolo");
    await lucca.evaluate(() => navigator.serviceWorker.ready);
    await demo.server.kill("SIGTERM");
    await typeAtTheEnd(lucca, " Prima di ricaricare.");
    await lucca.reload();
    await textOf(lucca).getByText("Prima di ricaricare.").waitFor();
    await lucca.getByText("Il servizio non è raggiungibile").waitFor();
    await typeAtTheEnd(lucca, " Dopo aver ricaricato.");
    await demo.server.restart();
    await textOf(capannori).getByText("Prima di ricaricare. Dopo aver ricaricato.").waitFor();
    await untilSaved(lucca);
    await lucca.getByText("Il servizio non è raggiungibile").waitFor({ state: "detached" });
    expect((await demo.storedWords()).split("Perché una strategia comune").length).toBe(2);
  });
});

describe("a tab that slept", () => {
  it("and woke up on another network does not say that it is saved before it is", async () => {
    const line = await demo.layLine();
    const lucca = await demo.openToWrite("Elena", line.url);
    line.goDead();
    await typeAtTheEnd(lucca, " Dopo il sonno.");
    expect(await statusOf(lucca, "Salvato").count()).toBe(0);
    expect(await demo.storedWords()).not.toContain("Dopo il sonno.");
    await untilSaved(lucca);
    expect(await demo.storedWords()).toContain("Dopo il sonno.");
  });
});

describe("an old tab after a deploy", () => {
  it("whose text has another shape reads on, and gives the words that came too late back to their writer", async () => {
    const line = await demo.layLine();
    const lucca = await demo.enter("Elena", {}, line.url);
    await lucca.addInitScript(() => {
      const Stock = WebSocket;
      window.WebSocket = class extends Stock {
        constructor(url: string | URL, protocols?: string | string[]) {
          super("isOld" in window ? String(url).replace(/schema=\d+/, "schema=0") : url, protocols);
        }
      };
    });
    await lucca.goto(line.url + demo.sectionPath);
    await untilSaved(lucca);
    line.cut();
    await typeAtTheEnd(lucca, " Scritto nella vecchia.");
    await lucca.evaluate(() => Object.assign(window, { isOld: true }));
    line.mend();
    await lucca.getByText("Questa pagina è di una versione precedente: ricaricala per scrivere.").waitFor();
    expect(await textOf(lucca).getAttribute("contenteditable")).toBe("false");
    await lucca.getByRole("button", { name: "Ricarica la pagina" }).click();
    await untilSaved(lucca);
    expect(await demo.storedWords()).not.toContain("Scritto nella vecchia.");
    await lucca.getByRole("button", { name: "Rimetti qui" }).click();
    await untilSaved(lucca);
    await expect.poll(() => demo.storedWords()).toContain("Scritto nella vecchia.");
  });

  it("that asks for a file of its release, which is there no more, says what to do", async () => {
    const lucca = await demo.enter("Elena", { serviceWorkers: "block" });
    await lucca.route(/assets\/section-room-.*\.js$/, (route) => route.fulfill({ status: 404 }));
    await lucca.getByRole("link", { name: /^Strategia di digitalizzazione/ }).click();
    await lucca.getByText("la piattaforma è stata aggiornata").waitFor();
    await lucca.unroute(/assets\/section-room-.*\.js$/);
    await lucca.getByRole("button", { name: "Ricarica la pagina" }).click();
    await untilSaved(lucca);
  });
});
