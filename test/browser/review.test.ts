import { readFile } from "node:fs/promises";
import { Program } from "@upiao/test";
import { beforeAll, describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { complaintsOn, useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();
const title = "Performance";

/** Capannori's performance subsection, which its editor has submitted. */
let sectionId: string;

beforeAll(async () => {
  const paolo = await Program.login(demo.url, "redattore.capannori");
  const { data } = await paolo.ask<{
    me: { memberships: { body: { id: string } }[] };
    sections: { edges: { node: { id: string; code: string; body: { id: string } | null } }[] };
  }>(
    "{ me { memberships { body { id } } } sections(first: 100) { edges { node { id code body { id } } } } }",
  );
  const capannori = data.me.memberships[0]!.body.id;
  const own = data.sections.edges.map(({ node }) => node).filter(({ body }) => body?.id === capannori);
  sectionId = own.find(({ code }) => code === "2.2")!.id;
});

describe("a reviewer's day", () => {
  it("begins with the queue: what Capannori has submitted, from where it is opened", async () => {
    const page = await demo.enter("Silvia");
    await page.getByRole("link", { name: "Da revisionare" }).click();
    await page.getByRole("heading", { level: 1, name: "Da revisionare" }).waitFor();
    const queue = page.getByRole("table", { name: "Sezioni inviate" });
    const ofGallicano = queue.getByText("Comune di Gallicano").first();
    await ofGallicano.waitFor();
    await page.getByLabel("Ente", { exact: true }).selectOption({ label: "Comune di Capannori" });
    await ofGallicano.waitFor({ state: "detached" });
    await queue.getByRole("link", { name: title }).waitFor();
    const cells = await queue.getByRole("row").filter({ hasText: title }).getByRole("cell").allTextContents();
    expect(cells[0]).toBe("Comune di Capannori");
    expect(cells[1]).toMatch(/da (un|\d+) giorn/);
    expect(cells[2]).toMatch(/(manca|scaduto)/);
    expect(cells[3]).toMatch(/^Prima volta: \d+ parole$/);
    await queue.getByRole("link", { name: title }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect(page.url()).toBe(`${demo.url}/sezioni/${sectionId}`);
  });

  it("says what has changed since the last review, and leads to the comparison", async () => {
    const silvia = await Program.login(demo.url, "revisore.lucca");
    const paolo = await Program.login(demo.url, "redattore.capannori");
    const advance = `mutation ($id: ID!, $action: Action!, $reason: String) {
      advanceSection(sectionId: $id, action: $action, reason: $reason) { state } }`;
    const asked = { id: sectionId, action: "REQUEST_CHANGES", reason: "Manca la fonte." };
    expect((await silvia.ask(advance, asked)).errors).toBeUndefined();
    const open = await paolo.open(sectionId);
    open.write("La fonte è ISTAT.");
    await expect.poll(() => paolo.plainText(sectionId)).toContain("La fonte è ISTAT.");
    open.close();
    expect((await paolo.ask(advance, { id: sectionId, action: "SUBMIT" })).errors).toBeUndefined();

    const page = await demo.enter("Silvia");
    await page.goto(`${demo.url}/revisione`);
    const row = page.getByRole("row").filter({ hasText: title }).filter({ hasText: "Capannori" });
    await row.getByText("4 parole cambiate").waitFor();
    const comparison = row.getByRole("link", { name: `Confronta con l’ultima revisione: ${title}` });
    expect(await comparison.getAttribute("href")).toMatch(
      new RegExp(`^/sezioni/${sectionId}/confronto\\?da=[\\da-f-]{36}&a=[\\da-f-]{36}$`),
    );
  });

  it("[T04] is nobody else's", async () => {
    const page = await demo.enter("Paolo");
    expect(await page.getByRole("link", { name: "Da revisionare" }).count()).toBe(0);
    await page.goto(`${demo.url}/revisione`);
    await page.getByRole("heading", { level: 1, name: "Pagina non trovata" }).waitFor();
  });
});

describe("an auditor's day", () => {
  it("has an opinion to give, confirmed before it is recorded, and the record to take away", async () => {
    const page = await demo.enter("Andrea");
    await page.getByRole("link", { name: "Controllo" }).click();
    const body = page.getByRole("region", { name: /^Comune di Capannori/ });
    await body
      .getByRole("link", { name: new RegExp(`^Dai il parere sulla versione \\d+: ${title}$`) })
      .click();
    const panel = page.getByRole("tabpanel", { name: "Pareri" });
    await panel.getByRole("combobox", { name: "Esito" }).selectOption("UNFAVOURABLE");
    await panel.getByRole("textbox", { name: "Testo del parere" }).fill("=No");
    const record = () => panel.getByRole("button", { name: "Registra il parere" }).click();
    const confirm = page.getByRole("dialog", { name: "Registrare il parere?" });

    // Thought better of: nothing is recorded, and nothing that was written is lost.
    await record();
    await confirm.getByRole("button", { name: "Annulla" }).click();
    await confirm.waitFor({ state: "detached" });
    expect(await panel.getByRole("textbox").inputValue()).toBe("=No");
    await panel.getByText("Nessun organo di controllo").waitFor();

    // A refusal of one word helps nobody.
    await record();
    await confirm.getByRole("button", { name: "Registra il parere" }).click();
    await panel.getByRole("alert").getByText("Scrivi il motivo").waitFor();
    await panel.getByRole("textbox").fill("=Mancano gli indicatori di risultato.");
    await record();
    await confirm.getByText("Contrario").waitFor();
    await confirm.getByRole("button", { name: "Registra il parere" }).click();
    await panel.getByText(/^Parere registrato: Contrario/).waitFor();
    await panel.getByRole("listitem").getByText("=Mancano gli indicatori di risultato.").waitFor();

    await page.goto(`${demo.url}/controllo`);
    await body.getByText(/^Contrario \(sulla versione/).waitFor();
    const taken = page.waitForEvent("download");
    await body.getByRole("button", { name: /^Esporta il registro/ }).click();
    const download = await taken;
    expect(download.suggestedFilename()).toBe("osservazioni-capannori.csv");
    const csv = await readFile(await download.path(), "utf8");
    expect(csv.startsWith("\uFEFFTipo;Stato o esito;")).toBe(true);
    const line = csv.split("\r\n").find((one) => one.startsWith("Parere;Contrario;Capannori;"));
    expect(line).toContain(`;${title};`);
    expect(line).toContain(";Andrea Lombardi;");
    // [T33]
    expect(line).toContain(`;"'=Mancano gli indicatori di risultato.";`);
  });

  it("is told to the body, which reads the opinion beside its text and cannot give one", async () => {
    const page = await demo.enter("Paolo");
    await page.goto(`${demo.url}/sezioni/${sectionId}?accanto=opinions`);
    const panel = page.getByRole("tabpanel", { name: "Pareri" });
    await panel.getByText("=Mancano gli indicatori di risultato.").waitFor();
    expect(await panel.getByRole("textbox").count()).toBe(0);
  });
});

describe.each([
  ["a laptop", { width: 1280, height: 800 }],
  ["a phone", { width: 360, height: 740 }],
])("on %s", (_name, viewport) => {
  it("no page of theirs has a barrier that axe finds, nor an error in the console, nor scrolls sideways", async () => {
    const complaints: string[][] = [];
    const enter = async (name: string, path: string) => {
      const page = await demo.enter(name, { viewport });
      complaints.push(complaintsOn(page));
      await page.goto(demo.url + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      return page;
    };
    const look = async (page: Awaited<ReturnType<typeof enter>>, at: string) => {
      const sideways = await page.evaluate(() => document.body.scrollWidth - innerWidth);
      expect({ at, barriers: await barriersOf(page), sideways }).toEqual({ at, barriers: [], sideways: 0 });
    };
    const silvia = await enter("Silvia", "/revisione");
    await silvia.getByRole("table", { name: "Sezioni inviate" }).waitFor();
    await silvia.getByRole("table", { name: "Piani da validare" }).waitFor();
    await look(silvia, "the queue");

    const andrea = await enter("Andrea", "/controllo");
    await andrea
      .getByRole("link", { name: /^Dai il parere/ })
      .first()
      .waitFor();
    await look(andrea, "the desk of an auditor");
    await andrea
      .getByRole("link", { name: /^Dai il parere/ })
      .first()
      .click();
    const panel = andrea.getByRole("tabpanel", { name: "Pareri" });
    await panel.getByRole("combobox", { name: "Esito" }).waitFor();
    await look(andrea, "the opinions beside the text");
    await panel.getByRole("combobox", { name: "Esito" }).selectOption("FAVOURABLE");
    await panel.getByRole("textbox").fill("Favorevole.");
    await panel.getByRole("button", { name: "Registra il parere" }).click();
    await andrea.getByRole("dialog").waitFor();
    await look(andrea, "the question before an opinion is recorded");
    expect(complaints.flat()).toEqual([]);
  });
});
