import { Program } from "@upiao/test";
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { statusOf, textOf, typeAtTheEnd, untilSaved, useDemonstration } from "./demonstration.ts";
import { caretBefore, chooseWords } from "./words-on-page.ts";

const demo = useDemonstration();

let officer: Program;
let section: string;
let title: string;

beforeAll(async () => {
  officer = await Program.login(demo.url, "redattore.capannori");
  const { data } = await officer.ask<{
    sections: { edges: { node: { id: string; code: string; title: string } }[] };
  }>("{ sections(shared: false) { edges { node { id code title } } } }");
  ({ id: section, title } = data.sections.edges.find(({ node }) => node.code === "2.2")!.node);
});

const address = () => `${demo.url}/sezioni/${section}`;

async function open(name: string): Promise<Page> {
  const page = await demo.enter(name);
  await page.goto(address());
  await textOf(page).waitFor();
  return page;
}

async function take(page: Page, step: string, reason?: string): Promise<void> {
  await page.getByRole("button", { name: step, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (reason) await dialog.getByRole("textbox").fill(reason);
  await dialog.getByRole("button", { name: step, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

async function showTab(page: Page, name: RegExp): Promise<Locator> {
  await page.getByRole("tab", { name }).click();
  return page.getByRole("tabpanel").filter({ visible: true });
}

async function comment(page: Page, words: string, kind: string, text: string): Promise<void> {
  await chooseWords(page, words);
  await page.keyboard.press("Control+Alt+m");
  await page.locator(".new-thread").getByLabel("Tipo").selectOption(kind);
  await page.getByLabel("Commento", { exact: true }).fill(text);
  await page.getByRole("button", { name: "Pubblica il commento" }).click();
}

const thread = (page: Page, words: string) => page.locator(".thread-card", { hasText: words });
const suggestion = (page: Page, words: string) => page.locator(".suggestion", { hasText: words });

it("a draft goes through the whole review with three people at it, and every step is found again with its author", {
  timeout: 300_000,
}, async () => {
  // The Province sends it back, the officer corrects it and submits it again.
  const silvia = await open("Silvia");
  const paolo = await open("Paolo");
  await take(silvia, "Chiedi modifiche", "Indicare la fonte.");
  await paolo.getByRole("button", { name: "Invia alla revisione" }).waitFor();
  await typeAtTheEnd(paolo, " Fonte interna ufficio statistica.");
  await untilSaved(paolo);
  await take(paolo, "Invia alla revisione");
  await silvia.getByRole("button", { name: "Valida", exact: true }).waitFor();

  // The reviewer comments and proposes while the officer keeps typing.
  await comment(silvia, "Fonte interna", "QUESTION", "Di quale anno?");
  await showTab(paolo, /^Commenti/);
  await thread(paolo, "Di quale anno?").waitFor();
  await showTab(silvia, /^Proposte/);
  await silvia.getByLabel("Oggetto della proposta").fill("Fonte del dato");
  await silvia.getByLabel("Motivo della proposta").fill("Serve l'anno.");
  await silvia.getByRole("button", { name: "Apri la proposta" }).click();
  await silvia.getByText("Stai scrivendo una proposta").waitFor();
  await caretBefore(silvia, "ufficio statistica");
  await caretBefore(paolo, "Fonte interna");
  await Promise.all([
    silvia.keyboard.type("ISTAT ", { delay: 30 }),
    paolo.keyboard.type("Nuova ", { delay: 30 }),
  ]);
  await textOf(paolo).locator("ins", { hasText: "ISTAT" }).waitFor();
  await caretBefore(silvia, "Nuova");
  await silvia.keyboard.type("superflua ");
  await textOf(paolo).locator("ins", { hasText: "superflua" }).waitFor();
  await untilSaved(silvia);
  await untilSaved(paolo);

  // The two discuss the proposal.
  await showTab(paolo, /^Proposte/);
  await paolo.getByText("Discussione della proposta").click();
  await paolo.getByLabel("Commento", { exact: true }).fill("Quale edizione?");
  await paolo.getByRole("button", { name: "Pubblica il commento" }).click();
  await silvia.getByText("Discussione della proposta").click();
  await thread(silvia, "Quale edizione?").waitFor();

  // A hostile client of the reviewer writes into the adopted words, and changes nothing.
  const adopted = await officer.plainText(section);
  const hostile = await (await Program.login(demo.url, "revisore.lucca")).open(section);
  hostile.write(" IMPOSTO");
  await expect.poll(() => hostile.closeCodes[0]).toBe(4403);
  hostile.close();
  expect(await officer.plainText(section)).toBe(adopted);

  // The officer accepts one and rejects the other, each with its reason.
  await paolo.getByLabel("Motivo della decisione").fill("È la fonte giusta.");
  await suggestion(paolo, "ISTAT").getByRole("button", { name: "Accetta", exact: true }).click();
  await silvia.getByText("Accettata da Paolo Matteucci — È la fonte giusta.").waitFor();
  await paolo.getByLabel("Motivo della decisione").fill("Non serve.");
  await suggestion(paolo, "superflua").getByRole("button", { name: "Respingi", exact: true }).click();
  await silvia.getByText("Respinta da Paolo Matteucci — Non serve.").waitFor();
  await expect
    .poll(() => officer.plainText(section))
    .toContain("Nuova Fonte interna ISTAT ufficio statistica.");

  // The auditor raises a finding, gets its reply, and closes it, which the officer cannot.
  const andrea = await open("Andrea");
  await comment(andrea, "ufficio statistica", "FINDING", "Manca il responsabile del dato.");
  await showTab(paolo, /^Commenti/);
  const finding = thread(paolo, "Manca il responsabile del dato.");
  await finding.waitFor();
  expect(await finding.getByRole("button", { name: "Risolvi" }).getAttribute("aria-disabled")).toBe("true");
  await finding.getByLabel("Risposta").fill("Risponde il servizio statistica.");
  await finding.getByRole("button", { name: "Rispondi" }).click();
  await thread(andrea, "Risponde il servizio statistica.").getByRole("button", { name: "Risolvi" }).click();
  await paolo.getByText(/Commento risolto da Andrea/).waitFor({ state: "attached" });

  // The Province validates, and nobody writes any more.
  await take(silvia, "Valida");
  await statusOf(paolo, "Sola lettura: in questa fase il testo non si modifica").waitFor();

  // Everything is found again by who comes later.
  const roberta = await open("Roberta");
  const history = await showTab(roberta, /^Storia/);
  await expect.poll(() => history.getByRole("listitem").count()).toBe(4);
  const steps = await history.getByRole("listitem").allInnerTexts();
  expect(steps[0]).toMatch(/^Validata.*Silvia Pardini/s);
  expect(steps[1]).toMatch(/^Inviata alla revisione.*Paolo Matteucci/s);
  expect(steps[2]).toMatch(/^Modifiche richieste.*Silvia Pardini.*Indicare la fonte\./s);
  const proposals = await showTab(roberta, /^Proposte/);
  await proposals.getByText("Fonte del dato").first().waitFor();
  await proposals.getByText("Accettata da Paolo Matteucci — È la fonte giusta.").waitFor();
  await proposals.getByText("Respinta da Paolo Matteucci — Non serve.").waitFor();
  const comments = await showTab(roberta, /^Commenti/);
  await comments.getByLabel("Stato").selectOption("RESOLVED");
  await comments.getByText("Risponde il servizio statistica.").waitFor();
  const versions = await showTab(roberta, /^Versioni/);
  await versions
    .getByText(/Hanno scritto|ha scritto/i)
    .first()
    .waitFor();
  await roberta.getByRole("checkbox", { name: "Mostra chi ha scritto" }).check();
  const authored = (words: string) => textOf(roberta).locator(".authored").filter({ hasText: words });
  const markOf = (words: string) => authored(words).first().getAttribute("class");
  await authored("ISTAT").first().waitFor();
  expect(await markOf("ISTAT")).not.toBe(await markOf("ufficio statistica"));
  await authored("ISTAT").first().click();
  await roberta.getByText(/^In questa frase: .*Silvia Pardini/).waitFor();

  // The register has it all, and is whole.
  await roberta.goto(demo.url);
  await roberta.getByRole("link", { name: "Registro delle attività" }).click();
  await roberta.getByText("Il registro è integro").waitFor();
  const register = roberta.getByRole("row").filter({ hasText: title });
  for (const words of ["Sezione validata", "Modifiche proposte accettate", "Rilievo chiuso"])
    await register.filter({ hasText: words }).first().waitFor();

  // And who had to be told was.
  await paolo.goto(`${demo.url}/avvisi`);
  const told = paolo.getByRole("main");
  for (const words of ["Silvia Pardini", "Andrea Lombardi", title])
    await told.getByText(words).first().waitFor();
});
