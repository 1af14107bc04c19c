import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { paragraphs, planWith } from "../testing/printable.ts";
import { packed } from "../testing/read-files.ts";
import { textOf } from "../testing/sample-text.ts";
import { formats } from "./index.ts";

const sample = textOf(
  "# T\n\n## Contesto\n\n> citato\n\n3. tre\n4. quattro\n\n1. di nuovo\n\n- punto\n\n| Dato | Valore |\n|---|---|\n| Comuni | 33 |",
);
// Numbers that begin where Markdown cannot say it.
const lists = {
  type: "doc" as const,
  content: ["ordered", "ordered", "bullet", "ordered"].map((kind, n) => ({
    type: "block",
    attrs: { kind },
    content: [{ type: "text", text: `voce ${n}` }],
  })),
};

describe("DOCX", () => {
  const xml = (name: string, content = sample) => packed("docx", planWith(content), name);

  it("has Word's own styles, for headings, quotes and lists", async () => {
    const document = await xml("word/document.xml");
    for (const style of ["Heading1", "Heading2", "Quote", "ListNumber", "ListBullet", "TableHeading", "TOC1"])
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    const styles = await xml("word/styles.xml");
    expect(styles).toContain('<w:name w:val="List Number"/>');
    expect(styles).toContain('<w:lang w:val="it-IT"/>');
  });

  it("counts each list by itself", async () => {
    const numbered = [...(await xml("word/document.xml", lists)).matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(
      ([, id]) => id,
    );
    const [one, two, bullet, again] = numbered;
    expect([one === two, one === again, bullet === one]).toEqual([true, false, false]);
    expect(await xml("word/numbering.xml", lists)).toContain('<w:startOverride w:val="1"/>');
  });

  it("repeats the header row of a table", async () => {
    expect(await xml("word/document.xml")).toMatch(/<w:tblHeader\/>[\s\S]*Dato[\s\S]*Comuni/);
  });

  it("names its pages in the contents, and its title and body in its properties", async () => {
    expect(await xml("word/document.xml")).toContain("PAGEREF parte-1");
    const core = await xml("docProps/core.xml");
    expect(core).toContain("<dc:title>Piano integrato di attività e organizzazione 2026-2028</dc:title>");
    expect(core).toContain("2026-01-31T00:00:00Z");
  });

  it("has no macros and asks for nothing from elsewhere", async () => {
    const files = unzipSync(await formats.docx.write(planWith(sample)));
    expect(Object.keys(files).filter((name) => /vba|bin$/i.test(name))).toEqual([]);
    expect(strFromU8(files["word/_rels/document.xml.rels"]!)).not.toContain("External");
    expect(Object.keys(files)[0]).toBe("[Content_Types].xml");
  });
});

describe("ODT", () => {
  const xml = (name: string, content = sample) => packed("odt", planWith(content), name);

  it("says first what it is, and is not packed there", async () => {
    const odt = Buffer.from(await formats.odt.write(planWith(sample)));
    expect(odt.toString("latin1", 30, 38)).toBe("mimetype");
    expect(odt.toString("latin1", 38, 77)).toBe("application/vnd.oasis.opendocument.text");
  });

  it("has LibreOffice's own styles, real lists and tables whose header repeats", async () => {
    const content = await xml("content.xml");
    expect(content).toContain('<text:h text:style-name="Part" text:outline-level="1">');
    expect(content).toContain('<text:h text:style-name="Heading_20_2" text:outline-level="2">');
    expect(content).toContain('<text:p text:style-name="Quotations">citato</text:p>');
    expect(content).toContain('<text:list text:style-name="Numbers"><text:list-item text:start-value="1">');
    expect(content).toMatch(/<table:table-header-rows>[\s\S]*Dato[\s\S]*<\/table:table-header-rows>/);
    expect(await xml("styles.xml")).toContain('fo:language="it" fo:country="IT"');
  });

  it("keeps an objective's fields with its indicators, and a row on its page unless it is taller", async () => {
    const fence = (name: string) =>
      `\`\`\`objective\n${JSON.stringify({ title: "Rete", attributes: { dup: "0108" }, indicators: [{ name, attributes: {} }] })}\n\`\`\``;
    const content = await xml("content.xml", textOf(`${fence("Uno")}\n\n${fence("lungo ".repeat(100))}`));
    expect(content.match(/"Leading_20_Line"/g)).toHaveLength(2);
    expect([...content.matchAll(/<table:table-row table:style-name="(\w+)"/g)].map(([, row]) => row)).toEqual(
      [...["Row", "Row", "Row", "Tall_20_Row"]],
    );
    const word = await packed("docx", planWith(textOf(fence("Uno"))), "word/document.xml");
    expect(word).toMatch(/<w:keepNext\/>[^¶]*?DUP/);
  });

  it("covers what cells reach over", async () => {
    const cell = (text: string, attrs = {}) => ({
      type: "tableCell",
      attrs,
      content: [{ type: "text", text }],
    });
    const rows = [[cell("a", { colspan: 2, rowspan: 2 }), cell("b")], [cell("c")], [cell("d")]];
    const table = { type: "table", content: rows.map((content) => ({ type: "tableRow", content })) };
    const content = await xml("content.xml", { type: "doc", content: [table] });
    const found = [...content.matchAll(/<table:table-row [\s\S]*?<\/table:table-row>/g)].map(([row]) =>
      [...row.matchAll(/<table:(covered-)?table-cell/g)].map(([, covered]) => (covered ? "-" : "+")).join(""),
    );
    expect(found).toEqual(["+-+", "--+", "+++"]);
  });

  it("keeps spaces and tabs, and leaves out what XML cannot hold", async () => {
    const content = await packed("odt", planWith(paragraphs("a  b\tc\u0000\ufffe <&> ]]>")), "content.xml");
    expect(content).toContain('a<text:s text:c="2"/>b<text:tab/>c &lt;&amp;&gt; ]]&gt;');
  });
});
