import { type NodeJson, suggestionId } from "@upiao/document";
import { describe, expect, it } from "vitest";
import { textOf } from "../testing/sample-text.ts";
import { blocksOfText } from "./blocks-of-text.ts";
import type { List, PrintBlock, Run } from "./print-block.ts";
import { wordsIn } from "./runs.ts";

const block = (text: string | NodeJson[], attrs: Record<string, unknown> = {}): NodeJson => ({
  type: "block",
  attrs,
  content: typeof text === "string" ? [{ type: "text", text }] : text,
});
const printed = (...content: NodeJson[]) => blocksOfText({ type: "doc", content });
const words = (blocks: readonly PrintBlock[]) =>
  blocks.map((block) => ("runs" in block ? wordsIn(block.runs as Run[]) : block.type));

const told = ({ start, items }: List): unknown[] =>
  items.map(({ runs, lists }, at) => {
    const item = `${start === null ? "-" : start + at} ${wordsIn(runs)}`;
    return lists.length > 0 ? [item, ...lists.map(told)] : item;
  });

describe("what is printed of a text", () => {
  it("is what is adopted: no insertion of a proposal, and what it would delete or form otherwise as it is", () => {
    const id = suggestionId({ proposalId: "00000000-0000-4000-8000-000000000001", client: 7, number: 1 });
    const text = (words: string, type: string, attrs: Record<string, unknown> = {}) => ({
      type: "text",
      text: words,
      marks: [{ type, attrs: { id, ...attrs } }],
    });
    const mixed = block([
      text("nuovo ", "insertion"),
      text("vecchio ", "deletion"),
      text("uguale", "modification", { mark: "bold", to: true }),
    ]);
    expect(words(printed(mixed, block([text("proposto", "insertion")], { inserted: id })))).toEqual([
      "vecchio uguale",
    ]);
    expect(printed(mixed)[0]).toMatchObject({ runs: [{ text: "vecchio uguale", bold: false }] });
    const row = {
      type: "tableRow",
      attrs: { inserted: id },
      content: [{ type: "tableCell", content: [text("x", "insertion")] }],
    };
    expect(printed({ type: "table", content: [row] })).toEqual([]);
  });

  it("has its list items in lists, numbered as the page numbers them", () => {
    const item = (text: string, kind: string, indent: number) => block(text, { kind, indent });
    const lists = printed(
      item("a", "ordered", 0),
      item("b", "bullet", 1),
      item("c", "bullet", 3),
      item("d", "ordered", 0),
      item("e", "bullet", 0),
      item("f", "ordered", 0),
      block("fra"),
      item("g", "ordered", 2),
    );
    expect(lists.map((list) => (list.type === "list" ? told(list) : list.type))).toEqual([
      [["1 a", [["- b", ["- c"]]]], "2 d"],
      ["- e"],
      ["1 f"],
      "paragraph",
      ["1 g"],
    ]);
  });

  it("has an objective as a title, its fields and a table whose rows are named", () => {
    const written = JSON.stringify({
      title: "Servizi in rete",
      attributes: { responsible: "RTD" },
      indicators: [{ name: "Servizi attivi", attributes: { unit: "PERCENT", target1: "55" } }],
    });
    const [heading, objective] = blocksOfText(
      textOf(`# T\n\n## Obiettivi\n\n\`\`\`objective\n${written}\n\`\`\``),
    );
    expect(heading).toMatchObject({ type: "heading", level: 1 });
    expect(objective).toMatchObject({ type: "objective", level: 2, lines: ["Responsabile: RTD"] });
    const { indicators, copied } = objective as Extract<PrintBlock, { type: "objective" }>;
    expect(indicators!.headerRows).toBe(1);
    expect(indicators!.rows[1]!.map(({ scope, runs }) => [scope, wordsIn(runs)]).slice(0, 2)).toEqual([
      ["row", "Servizi attivi"],
      [null, "%"],
    ]);
    expect(JSON.parse(copied!)).toMatchObject({ title: "Servizi in rete" });
  });

  it("has the words of nodes that this release does not know", () => {
    const unknown = {
      type: "callout",
      content: [{ type: "calloutBody", content: [{ type: "text", text: "di domani" }] }],
    };
    expect(words(printed(unknown, { type: "text", text: "senza blocco" }))).toEqual([
      "di domani",
      "senza blocco",
    ]);
  });

  it("[T21] ends, also of a text that is nested without end", () => {
    let deep: NodeJson = { type: "text", text: "in fondo" };
    for (let depth = 0; depth < 3_000; depth++) deep = { type: "deeper", content: [deep] };
    expect(words(printed(block("in cima"), deep))).toContain("in cima");
  });
});
