import { expect, it } from "vitest";
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

/** Where two people type in one place their letters may alternate; what counts is that each is there. */
const letters = (words: string) => [...words.replaceAll(/\s/g, "")].sort().join("");

it("officers of two bodies write in one paragraph at once, and both read the same", async () => {
  const lucca = await demo.openToWrite("Elena");
  const capannori = await demo.openToWrite("Paolo");
  const before = await demo.storedWords();
  await Promise.all([
    typeAtTheEnd(lucca, " Da Lucca uno due tre."),
    typeAtTheEnd(capannori, " Da Capannori quattro cinque."),
  ]);
  const written = " Da Lucca uno due tre. Da Capannori quattro cinque.";
  await expect
    .poll(async () => letters((await demo.storedWords()).slice(before.length)))
    .toBe(letters(written));
  await expect.poll(() => wordsOf(capannori)).toBe(await wordsOf(lucca));
  await untilSaved(lucca);
  await untilSaved(capannori);
});

it("each sees the other's name where they write, and on the list of who is there", async () => {
  const lucca = await demo.openToWrite("Elena");
  const capannori = await demo.openSection("Paolo");
  await typeAtTheEnd(capannori, " ");
  await lucca.locator(".section-text__caret-name", { hasText: "Paolo Matteucci" }).waitFor();
  const people = lucca.getByRole("region", { name: "Chi c’è ora" });
  await people.getByText("Paolo Matteucci").waitFor();
  await capannori.close();
  await people.getByText("Paolo Matteucci").waitFor({ state: "detached" });
});

it("undo takes back one's own words and leaves the other's", async () => {
  const lucca = await demo.openToWrite("Elena");
  const capannori = await demo.openSection("Paolo");
  await typeAtTheEnd(lucca, " Parola di Lucca.");
  await textOf(capannori).getByText("Parola di Lucca.").waitFor();
  await typeAtTheEnd(capannori, " Parola di Capannori.");
  await textOf(lucca).getByText("Parola di Capannori.").waitFor();
  await lucca.getByRole("button", { name: "Annulla le mie modifiche" }).click();
  await textOf(capannori).getByText("Parola di Lucca.").waitFor({ state: "detached" });
  expect(await wordsOf(lucca)).toContain("Parola di Capannori.");
});

it("what is written offline stays on the device when the page is closed, and reaches the others on the return", async () => {
  const line = await demo.layLine();
  const lucca = await demo.openToWrite("Elena", line.url);
  const capannori = await demo.openToWrite("Paolo");
  line.cut();
  await typeAtTheEnd(lucca, " Scritto senza rete.");
  await statusOf(lucca, offline).waitFor();
  await typeAtTheEnd(capannori, " Scritto intanto.");
  await lucca.close();
  line.mend();
  const again = await lucca.context().newPage();
  await again.goto(line.url + demo.sectionPath);
  await textOf(capannori).getByText("Scritto senza rete.").waitFor();
  await textOf(again).getByText("Scritto intanto.").waitFor();
  await untilSaved(again);
});

it("a page closed right after a key loses nothing", async () => {
  const lucca = await demo.openToWrite("Elena");
  await typeAtTheEnd(lucca, " Ultima parola");
  await lucca.close();
  const again = await lucca.context().newPage();
  await again.goto(demo.url + demo.sectionPath);
  await textOf(again).getByText("Ultima parola").waitFor();
});

it("an auditor sees the writing live, is told why the text is read only, and cannot type in it", async () => {
  const lucca = await demo.openSection("Elena");
  const auditor = await demo.openSection("Andrea");
  await textOf(auditor).getByText("Perché una strategia comune").waitFor();
  await typeAtTheEnd(lucca, " Il Nucleo lo vede.");
  await textOf(auditor).getByText("Il Nucleo lo vede.").waitFor();
  await statusOf(auditor, "Sola lettura: il tuo ruolo non prevede di scrivere il testo").waitFor();
  expect(await textOf(auditor).getAttribute("contenteditable")).toBe("false");
  await typeAtTheEnd(auditor, "Di nascosto.");
  expect(await wordsOf(auditor)).not.toContain("Di nascosto.");
});

it("an officer of Pisa finds no trace of Lucca's section", async () => {
  const pisa = await demo.openSection("Luca");
  await pisa.getByRole("heading", { level: 1, name: "Pagina non trovata" }).waitFor();
  expect(await pisa.content()).not.toContain("Strategia di digitalizzazione");
  await pisa.goto(demo.url);
  await pisa.getByRole("heading", { level: 1, name: "Scrivania" }).waitFor();
  expect(await pisa.content()).not.toContain("Lucca");
});
