import { type ForTest, heading, makeBody, publishForTest, textOf } from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedPortal, servePortal } from "../../test/served-portal.ts";

let portal: ServedPortal;
let first: ForTest;

beforeAll(async () => {
  portal = await servePortal();
  const bodyId = await makeBody(portal.database, { name: "Barga", istatCode: "046003", provinceSign: "LU" });
  await makeBody(portal.database, {
    ...{ name: "Provincia di Lucca", type: "PROVINCIA", istatCode: "046", provinceSign: "LU" },
  });
  first = await publishForTest(portal.database, {
    bodyId,
    texts: [
      { number: "2.1", title: "Valore pubblico", content: textOf(heading("Servizi"), "Più servizi in rete") },
    ],
  });
  await publishForTest(portal.database, {
    ...{ bodyId, amendment: 1, reason: "Nuovi fondi", actNumber: "31" },
    texts: [
      {
        ...{ number: "2.1", title: "Valore pubblico", sectionId: first.sectionIds[0]! },
        content: textOf(heading("Servizi"), "Tutti i servizi in rete", table("Attivi")),
      },
      {
        ...{ number: "2.2", title: "Performance" },
        content: textOf(
          { type: "block", content: [toPart("piao:2.1", "quel che vale"), toPart("piao:9", "altro")] },
          table("Attesi"),
        ),
      },
    ],
  });
});

function table(word: string) {
  const cell = { type: "tableCell", content: [{ type: "text", text: word }] };
  return { type: "table", content: [{ type: "tableRow", content: [cell] }] };
}

function toPart(href: string, text: string) {
  return { type: "text", text, marks: [{ type: "link", attrs: { href } }] };
}

afterAll(() => portal?.close());

describe("the page of a plan", () => {
  it("has the text in force, its act, its hash, and the versions before it", async () => {
    const page = await portal.page("/pubblico/enti/046003/2026");
    expect(page).toContain("Tutti i servizi in rete");
    expect(page).not.toContain("Più servizi in rete");
    expect(page).toContain("Deliberazione della Giunta n. 31 del 28 gennaio 2026");
    expect(page).toContain("Provincia di Lucca");
    expect(await portal.page("/pubblico/enti/046003")).toContain(
      `<a href="/pubblico/territori/LU">Provincia di Lucca (LU)</a>`,
    );
    expect(page).toContain("Nuovi fondi");
    expect(page).not.toContain("non è più in vigore");
  });

  it("has each version at its own address for good, and says which is no longer in force", async () => {
    const page = await portal.page("/pubblico/enti/046003/2026/originale");
    expect(page).toContain("Più servizi in rete");
    expect(page).toContain(first.sha256);
    expect(page).toContain("non è più in vigore: lo ha sostituito Aggiornamento n. 1");
  });

  it("[PL7] leads from a text to another part of the plan, and tells its number; where plans stand side by side it does not", async () => {
    const page = await portal.page("/pubblico/enti/046003/2026");
    expect(page).toContain('<a href="#parte-2.1">quel che vale (2.1)</a>altro');
    expect(page).toContain('id="parte-2.1"');
    const beside = await portal.page("/pubblico/confronta?a=046003/2026&b=046003/2026");
    expect(beside).toContain("<p>quel che valealtro</p>");
  });

  it("counts its tables from the first part to the last, also where one part stands beside another plan's", async () => {
    const captionsOn = async (path: string) =>
      [...(await portal.page(path)).matchAll(/<caption>(Tabella[^<]*)/g)].map(([, caption]) => caption);
    const captions = ["Tabella 1: Servizi", "Tabella 2: Performance"];
    expect(await captionsOn("/pubblico/enti/046003/2026")).toEqual(captions);
    expect(await captionsOn("/pubblico/confronta?a=046003/2026&b=046003/2026")).toEqual(
      captions.flatMap((caption) => [caption, caption]),
    );
  });

  it.each([
    "/pubblico/enti/046003/2027",
    "/pubblico/enti/046003/2026/aggiornamento-2",
    "/pubblico/enti/046003/2026/aggiornamento-01",
    "/pubblico/enti/999999/2026",
    "/pubblico/enti/'/2026",
    "/pubblico/enti/%E0%A4%A/2026",
    "/pubblico/niente",
  ])("at %s there is nothing, and the answer is a page", async (path) => {
    const answer = await fetch(portal.url + path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("Pagina non trovata");
    expect(portal.faults).toEqual([]);
  });
});
