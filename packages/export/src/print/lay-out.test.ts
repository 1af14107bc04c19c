import { describe, expect, it } from "vitest";
import { planWith, sectionWith } from "../testing/printable.ts";
import { textOf } from "../testing/sample-text.ts";
import { layOut } from "./lay-out.ts";
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

it("each table is called after what it stands under", () => {
  const table = "| a |\n|---|\n| b |";
  const print = layOut(planWith(textOf(`# T\n\n${table}\n\n## Risorse\n\n${table}`)));
  const captions = print.blocks.flatMap((block) => (block.type === "table" ? [block.caption] : []));
  expect(captions).toEqual(["Tabella 1: Valore pubblico", "Tabella 2: Risorse"]);
});
