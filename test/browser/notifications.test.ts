import { Program } from "@upiao/test";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();
const phone = { width: 360, height: 740 };

interface Handed {
  readonly id: string;
  readonly title: string;
}

/** A section of Capannori that is with its reviewer. */
async function handedIn(program: Program): Promise<Handed> {
  const { data } = await program.ask<{
    sections: { edges: { node: Handed & { state: string; ownerName: string } }[] };
  }>("{ sections(first: 100) { edges { node { id title state ownerName } } } }");
  return data.sections.edges
    .map(({ node }) => node)
    .find(({ state, ownerName }) => state === "SUBMITTED" && ownerName === "Capannori")!;
}

async function take(program: Program, action: string, { id }: Handed): Promise<void> {
  const answer = await program.ask(
    `mutation ($id: ID!) { advanceSection(sectionId: $id, action: ${action}, reason: "Manca la fonte dei dati.") { id } }`,
    { id },
  );
  expect(answer.errors).toBeUndefined();
}

const bell = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

describe("what one is told", () => {
  it("rises in the header while one works, leads to the place, and is read then, on every tab", async () => {
    const reviewer = await Program.login(demo.url, "revisore.lucca");
    const section = await handedIn(reviewer);
    const page = await demo.enter("Paolo");
    const other = await page.context().newPage();
    await other.goto(`${demo.url}${demo.sectionPath}`);
    await bell(page, "Avvisi").waitFor();
    await bell(other, "Avvisi").waitFor();

    await take(reviewer, "REQUEST_CHANGES", section);
    await bell(page, "Avvisi, uno da leggere").waitFor();
    await bell(other, "Avvisi, uno da leggere").waitFor();
    await page.getByRole("status").getByText("C’è un nuovo avviso: uno da leggere.").waitFor();

    await bell(page, "Avvisi, uno da leggere").click();
    await page.getByRole("heading", { level: 1, name: "Avvisi" }).waitFor();
    const link = page.getByRole("link", {
      name: `Silvia Pardini ha chiesto modifiche a «${section.title}, Capannori».`,
    });
    await link.waitFor();
    await page.getByText("Un avviso da leggere.", { exact: true }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await link.click();
    await page.getByRole("heading", { level: 1, name: section.title }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/sezioni/${section.id}`);
    await bell(page, "Avvisi").waitFor();
    await bell(other, "Avvisi").waitFor();
  });

  it("comes into the list that is open, and is put aside one by one, or all at once", async () => {
    const writer = await Program.login(demo.url, "redattore.capannori");
    const reviewer = await Program.login(demo.url, "revisore.lucca");
    const { data } = await writer.ask<{
      sections: { edges: { node: Handed & { state: string; ownerName: string } }[] };
    }>("{ sections(first: 100) { edges { node { id title state ownerName } } } }");
    const mine = data.sections.edges
      .map(({ node }) => node)
      .filter(({ ownerName }) => ownerName === "Capannori");
    const back = mine.find(({ state }) => state === "CHANGES_REQUESTED")!;
    const page = await demo.enter("Silvia", { viewport: phone });
    await page.goto(`${demo.url}/avvisi`);
    await page.getByText("Hai letto tutto.").waitFor();
    await take(writer, "SUBMIT", back);
    const told = page.getByRole("listitem").filter({ hasText: "ha inviato" });
    await told.getByText("Da leggere.").waitFor();
    expect(await barriersOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.body.scrollWidth - innerWidth)).toBe(0);
    await told.getByRole("button", { name: /^Segna come letto: Paolo Matteucci ha inviato/ }).click();
    await told.getByText("Da leggere.").waitFor({ state: "detached" });
    await bell(page, "Avvisi").waitFor();

    await take(reviewer, "REQUEST_CHANGES", back);
    await take(writer, "SUBMIT", back);
    await bell(page, "Avvisi, uno da leggere").waitFor();
    await page.getByRole("checkbox", { name: "Mostra solo quelli da leggere" }).check();
    await expect.poll(() => page.getByRole("listitem").filter({ hasText: "ha inviato" }).count()).toBe(1);
    await page.getByRole("button", { name: "Segna tutti come letti" }).click();
    await page.getByRole("status").getByText("Ora sono tutti letti.").waitFor();
    await bell(page, "Avvisi").waitFor();
  });
});

describe("mail", () => {
  it("is chosen kind by kind in the profile, by keyboard, and the choice is there the next time", async () => {
    const page = await demo.enter("Paolo");
    await page.goto(`${demo.url}/profilo`);
    const choice = page.getByRole("combobox", { name: "Per mail: Menzioni" });
    expect(await choice.inputValue()).toBe("IMMEDIATE");
    await choice.focus();
    await page.keyboard.press("ArrowDown");
    await page.getByText("Menzioni, per mail: Ogni giorno.").waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.reload();
    expect(await choice.inputValue()).toBe("DIGEST");
    await page.setViewportSize(phone);
    expect(await barriersOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.body.scrollWidth - innerWidth)).toBe(0);
  });

  it("that is not sent is read by the administrator of the body, and its way out is a page with a button", async () => {
    const page = await demo.enter("Chiara");
    await page.getByRole("link", { name: "Posta in prova" }).click();
    await page.getByRole("heading", { level: 1, name: "Posta in prova" }).waitFor();
    const letter = page.getByRole("article").filter({ hasText: "Buongiorno Silvia Pardini" }).first();
    await letter.waitFor();
    expect(await letter.textContent()).toContain("A Silvia Pardini <revisore.lucca@upiao.example>");
    expect(await page.getByText("Buongiorno Paolo Matteucci").count()).toBe(0);
    expect(await barriersOf(page)).toEqual([]);

    const [way] = /http\S+\/disiscrizione\/\S+/.exec((await letter.textContent())!)!;
    await page.goto(way);
    expect(await barriersOf(page)).toEqual([]);
    const stranger = await demo.arrive({ javaScriptEnabled: false }, way);
    await stranger.getByRole("button", { name: "Non ricevere più queste mail" }).click();
    await stranger.getByRole("heading", { level: 1, name: "Fatto" }).waitFor();

    const silvia = await demo.enter("Silvia");
    await silvia.goto(`${demo.url}/profilo`);
    const choice = silvia.getByRole("combobox", { name: "Per mail: Testi inviati in revisione" });
    await expect.poll(() => choice.inputValue()).toBe("NONE");
    await silvia.goto(`${demo.url}/posta`);
    await silvia.getByRole("heading", { level: 1, name: "Pagina non trovata" }).waitFor();
  });
});
