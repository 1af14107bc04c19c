import { compareTexts } from "@upiao/document";
import { describe, expect, it } from "vitest";
import { layOut } from "../print/lay-out.ts";
import type { PrintableDocument } from "../printable.ts";
import { paragraphs, planWith, sectionWith } from "../testing/printable.ts";
import { written } from "../testing/read-files.ts";
import { fragmentOf, textOf } from "../testing/sample-text.ts";
import { htmlOfChanges, htmlOfTexts, writeHtml } from "./html.ts";

/** What stands in the page's `main`. */
function htmlBody(printable: PrintableDocument): string {
  const [, body] = /<main[^>]*>\n([\s\S]*)\n<\/main>/.exec(writeHtml(layOut(printable)))!;
  return body!;
}

describe("HTML", () => {
  it("has headings in order, lists, tables with caption and scope, and no style of single elements", () => {
    const text = textOf(
      "# T\n\n### Sotto\n\n3. tre\n   - a\n\n| Dato | Valore |\n|---|---|\n| Comuni | 33 |",
    );
    expect(htmlBody(planWith(text))).toBe(`<h2 id="parte-1">2.1 Valore pubblico</h2>
<h3 id="titolo-1">Sotto</h3>
<ol>
<li>tre
<ul>
<li>a</li>
</ul></li>
</ol>
<div class="print-table" tabindex="0" role="region" aria-label="Tabella 1: Sotto">
<table>
<caption>Tabella 1: Sotto</caption>
<thead>
<tr><th scope="col">Dato</th><th scope="col">Valore</th></tr>
</thead>
<tbody>
<tr><td>Comuni</td><td>33</td></tr>
</tbody>
</table>
</div>`);
  });

  it("has of a comparison what has changed as it looks, and counts what it leaves out, with the numbers of lists", () => {
    const text = (rest: string) =>
      fragmentOf(`# T\n\nprimo\n\nsecondo\n\n1. uno\n2. due\n3. ${rest}\n\n## Fine`);
    const changes = htmlOfChanges(compareTexts(text("tre"), text("**tre** e <quattro>")), {
      level: 1,
      around: 1,
    });
    expect(changes).toEqual([
      3,
      `<ol start="2">\n<li>due</li>\n<li><span class="print-formatted"><strong>tre</strong></span><ins> e &lt;quattro&gt;</ins></li>\n</ol>\n<h3>Fine</h3>`,
    ]);
  });

  it("is a whole page: language, title, contents with links, and a policy that lets nothing run", async () => {
    const page = await written("html", planWith(paragraphs("Testo")));
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="it">/);
    expect(page).toContain(
      "<title>Piano integrato di attività e organizzazione 2026-2028 – Provincia di Lucca</title>",
    );
    expect(page).toContain(`default-src 'none'`);
    expect(page).toContain('<a href="#parte-1">2.1 Valore pubblico</a>');
    expect(page).toContain("<dt>Atto</dt><dd>Decreto del Presidente");
  });

  it("marks what has changed as inserted and deleted, below a legend", () => {
    const difference = compareTexts(
      fragmentOf("Testo adottato\n\nUguale"),
      fragmentOf("## Testo nuovo\n\nUguale"),
    );
    expect(htmlBody(sectionWith(difference)).split("\n")).toEqual([
      expect.stringContaining("<ins>parole aggiunte</ins>, <del>parole tolte</del>"),
      '<h2><span class="print-formatted">[prima: paragrafo] </span>Testo <del>adottato</del><ins>nuovo</ins></h2>',
      "<p>Uguale</p>",
    ]);
  });

  it("[T27] runs nothing that was written into a text, a title or an address", async () => {
    const hostile = `"></title></script><script>alert(1)</script><img src=x onerror='alert(1)'>]]>`;
    const link = { type: "link", attrs: { href: "javascript:alert(1)" } };
    const text = {
      type: "doc" as const,
      content: [{ type: "block", content: [{ type: "text", text: hostile, marks: [link] }] }],
    };
    const given = planWith(text, {
      title: hostile,
      subtitle: hostile,
      cover: [{ label: hostile, value: hostile }],
    });
    const page = await written("html", {
      ...given,
      parts: [{ ...given.parts[0]!, number: hostile, title: hostile }],
    });
    expect(page).not.toMatch(/<script|<img|javascript:/);
    expect(page.match(/&lt;script&gt;/g)!.length).toBeGreaterThan(6);
  });

  it("lets what is read from the right find its side", () => {
    expect(htmlBody(sectionWith(paragraphs("שלום", "ciao")))).toBe('<p dir="auto">שלום</p>\n<p>ciao</p>');
  });
});

it("a text is printed under the heading of somebody else's page, and what is expected is called by its year", () => {
  const objective = {
    type: "objective",
    attrs: { responsible: "Dirigente" },
    content: [
      { type: "objectiveTitle", content: [{ type: "text", text: "Servizi in rete" }] },
      {
        type: "indicator",
        attrs: { unit: "NUMBER", target2: "8" },
        content: [{ type: "text", text: "Servizi" }],
      },
    ],
  };
  const heading = {
    type: "block",
    attrs: { kind: "heading", level: 1 },
    content: [{ type: "text", text: "Uno" }],
  };
  const content = { type: "doc", content: [heading, objective] } as const;
  const [html] = htmlOfTexts([{ content, title: "Valore", level: 2 }], { firstYear: 2026 });
  expect(html!.match(/<h\d>/g)).toEqual(["<h4>", "<h5>"]);
  expect(html!.match(/Atteso \d+/g)).toEqual(["Atteso 2026", "Atteso 2027", "Atteso 2028"]);
});
