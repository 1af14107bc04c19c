import { describe, expect, it } from "vitest";
import { planWith, sectionWith } from "../testing/printable.ts";
import { packed, written } from "../testing/read-files.ts";
import { textOf } from "../testing/sample-text.ts";
import { layOut, layOutTexts } from "./lay-out.ts";
import type { PrintBlock } from "./print-block.ts";
import { wordsIn } from "./runs.ts";

const headings = (print: ReturnType<typeof layOut>) =>
  print.blocks.flatMap((block) =>
    block.type === "heading" ? [`${block.level} ${wordsIn(block.runs)}`] : [],
  );

describe("the headings of a document", () => {
  const text = textOf("# T\n\n#### Tre\n\n## Uno\n\n### Due");

  it("stand below their part and their text, and skip no level", () => {
    const parts = [
      { number: "2", title: "Parte", depth: 0 as const, texts: [] },
      {
        number: "2.1",
        title: "Sezione",
        depth: 1 as const,
        texts: [{ title: "Integrazione", content: text }],
      },
    ];
    expect(headings(layOut(planWith(text, { parts })))).toEqual([
      "1 Parte",
      "2 Sezione",
      "3 Integrazione",
      "4 Tre",
      "4 Uno",
      "5 Due",
    ]);
  });

  it("of a section that is printed alone begin with its own: its title is the document's", () => {
    expect(headings(layOut(sectionWith(text)))).toEqual(["1 Tre", "1 Uno", "2 Due"]);
    expect(layOut(sectionWith(text)).contents).toEqual([]);
  });

  it("that say nothing are left out", () => {
    const empty = { type: "block", attrs: { kind: "heading" }, content: [{ type: "text", text: " \u00ad" }] };
    expect(headings(layOut(planWith({ type: "doc", content: [empty] })))).toEqual(["1 Valore pubblico"]);
  });
});

describe("a table", () => {
  const table = "| a |\n|---|\n| b |";
  const first = textOf(`# T\n\n${table}\n\n## Risorse\n\n${table}`);
  const second = textOf(
    `# T\n\n\`\`\`objective\n${JSON.stringify({
      ...{ title: "Servizi", attributes: { key: "k" } },
      indicators: [{ name: "Servizi attivi", attributes: { key: "i", unit: "NUMBER" } }],
    })}\n\`\`\`\n\n${table}`,
  );
  const captions = [
    "Tabella 1: Valore pubblico",
    "Tabella 2: Risorse",
    "Tabella 3: indicatori dell'obiettivo Servizi",
    "Tabella 4: Obiettivo",
  ];
  const parts = [
    { number: "2.1", title: "Valore pubblico", depth: 1 as const, texts: [{ title: null, content: first }] },
    { number: "2.2", title: "Obiettivo", depth: 1 as const, texts: [{ title: null, content: second }] },
  ];
  const captionsOf = (blocks: readonly PrintBlock[]) =>
    blocks.flatMap((block) => {
      if (block.type === "objective") return [block.indicators!.caption];
      return block.type === "table" ? [block.caption] : [];
    });

  it("has a number of its own in all of a document, and is called after what it stands under", () => {
    expect(captionsOf(layOut(planWith(first, { parts })).blocks)).toEqual(captions);
    expect(captionsOf(layOut(sectionWith(second)).blocks)[0]).toMatch(/^Tabella 1:/);
  });

  it("has the same where the texts of the document stand on another page", () => {
    const texts = parts.map(({ title, texts }) => ({ content: texts[0]!.content, title, level: 2 }));
    expect(layOutTexts(texts, {}).flatMap(captionsOf)).toEqual(captions);
  });

  it.each(["html", "odt"] as const)("is called by it in %s", async (format) => {
    const document = planWith(first, { parts });
    const file =
      format === "html" ? await written("html", document) : await packed("odt", document, "content.xml");
    const found = [...file.matchAll(/(?:<caption>|<table:title>)([^<]+)/g)].map(([, caption]) => caption);
    expect(found.map((caption) => caption!.replace("&#39;", "'"))).toEqual(captions);
  });
});
