import { AxeBuilder } from "@axe-core/playwright";
import { Program } from "@upiao/test";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { textOf, typeAtTheEnd, untilSaved, useDemonstration, wordsOf } from "./demonstration.ts";
import { caretBefore } from "./words-on-page.ts";

const demo = useDemonstration();

let officer: Program;
let section: string;

beforeAll(async () => {
  officer = await Program.login(demo.url, "redattore.capannori");
  const { data } = await officer.ask<{ sections: { edges: { node: { id: string; code: string } }[] } }>(
    "{ sections(shared: false) { edges { node { id code } } } }",
  );
  section = data.sections.edges.find(({ node }) => node.code === "2.1")!.node.id;
});

async function open(name: string): Promise<Page> {
  const page = await demo.enter(name);
  await page.goto(`${demo.url}/sezioni/${section}`);
  await textOf(page).waitFor();
  await untilSaved(page);
  return page;
}

async function openProposal(page: Page, title: string): Promise<void> {
  const form = page.locator(".proposals__new");
  if ((await form.getAttribute("open")) === null) await form.locator("summary").click();
  await page.getByLabel("Oggetto della proposta").fill(title);
  await page.getByLabel("Motivo della proposta").fill("Mancano i valori di partenza.");
  await page.getByRole("button", { name: "Apri la proposta" }).click();
  await page.getByText("Stai scrivendo una proposta").waitFor();
}

const proposalsTab = (page: Page) => page.getByRole("tab", { name: "Proposte" }).click();
const items = (page: Page) => page.locator(".suggestion");

it("a reviewer proposes while the officer types, and the officer accepts some and rejects some", async () => {
  const silvia = await open("Silvia");
  const paolo = await open("Paolo");
  const before = await officer.plainText(section);
  const first = before.split("\n").find((line) => line.length > 60)!;
  const [word, next] = first.split(" ").slice(2, 4) as [string, string];

  // Without a proposal nothing is written, and the page says what to do.
  await caretBefore(silvia, `${word} ${next}`);
  await silvia.keyboard.type("x");
  await silvia.getByText("Per proporre modifiche apri prima una proposta").waitFor();
  await openProposal(silvia, "Valori di partenza");

  // Both write in the same place at once.
  await caretBefore(silvia, `${word} ${next}`);
  await caretBefore(paolo, first.split(" ")[0]!);
  await Promise.all([
    silvia.keyboard.type("PROPOSTO ", { delay: 20 }),
    paolo.keyboard.type("SCRITTO ", { delay: 20 }),
  ]);
  await textOf(paolo).locator("ins", { hasText: "PROPOSTO" }).waitFor();
  await textOf(silvia).getByText("SCRITTO").waitFor();
  expect(await textOf(silvia).locator("ins").textContent()).not.toContain("SCRITTO");

  // A word to go, letter by letter, and a paragraph to come.
  await silvia.keyboard.press("End");
  for (let letter = 0; letter < 5; letter++) await silvia.keyboard.press("Backspace");
  await expect.poll(async () => (await textOf(silvia).locator("del").textContent())?.length).toBe(5);
  await textOf(paolo).locator("del").waitFor();
  await silvia.keyboard.press("End");
  await silvia.keyboard.press("Enter");
  await silvia.keyboard.type("Paragrafo nuovo.");
  await textOf(paolo).locator("[data-inserted]", { hasText: "Paragrafo nuovo." }).waitFor();
  await untilSaved(silvia);
  const adopted = await officer.plainText(section);
  expect(adopted).toContain("SCRITTO ");
  expect(adopted).not.toContain("PROPOSTO");
  expect(adopted.replace("SCRITTO ", "")).toBe(before);

  await proposalsTab(paolo);
  await paolo.getByRole("heading", { name: /Valori di partenza/ }).waitFor();
  await expect.poll(() => items(paolo).count()).toBeGreaterThanOrEqual(2);
  const { violations } = await new AxeBuilder({ page: paolo }).include(".section-editor").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  // One accepted, with a reason, the rest rejected.
  await paolo.getByLabel("Motivo della decisione").fill("Giusto");
  const proposed = items(paolo).filter({ hasText: "PROPOSTO" });
  await proposed.getByRole("button", { name: "Accetta", exact: true }).click();
  await paolo.getByText("1 modifica accettata.").waitFor();
  await expect.poll(() => officer.plainText(section)).toContain("PROPOSTO");
  await textOf(silvia).locator("ins", { hasText: "PROPOSTO" }).waitFor({ state: "detached" });
  await silvia.getByText("Accettata da Paolo Matteucci — Giusto").waitFor();
  await paolo.getByRole("button", { name: "Respingi tutte" }).click();
  await textOf(silvia).locator("ins, del").first().waitFor({ state: "detached" });
  expect((await officer.plainText(section)).replace("SCRITTO ", "").replace("PROPOSTO ", "")).toBe(before);

  // What was adopted is not the reviewer's to undo, and she writes on.
  await textOf(silvia).focus();
  await silvia.keyboard.press("Control+z");
  await silvia.keyboard.type("ancora");
  await textOf(paolo).locator("ins", { hasText: "ancora" }).waitFor();
  await untilSaved(silvia);
  expect(await officer.plainText(section)).toContain("PROPOSTO");
});

it("an editor turns the same mode on and off", async () => {
  const paolo = await open("Paolo");
  await proposalsTab(paolo);
  await openProposal(paolo, "Fra colleghi");
  await typeAtTheEnd(paolo, " fra noi");
  await textOf(paolo).locator("ins", { hasText: "fra noi" }).waitFor();
  const toggle = paolo.getByRole("button", { name: "Scrivi in questa proposta" });
  await expect.poll(() => toggle.getAttribute("aria-pressed")).toBe("true");
  await toggle.click();
  await typeAtTheEnd(paolo, " adottato");
  await expect.poll(() => officer.plainText(section)).toContain(" adottato");
  expect(await officer.plainText(section)).not.toContain("fra noi");
  expect(await wordsOf(paolo)).toContain("fra noi");
});
