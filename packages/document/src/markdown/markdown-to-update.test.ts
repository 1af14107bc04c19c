import { yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { fragmentName, schema } from "../schema.ts";
import { blocksOfMarkdownFile } from "./blocks-of-markdown.ts";
import { markdownToUpdate } from "./markdown-to-update.ts";

function read(markdown: string) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, markdownToUpdate(markdown, 5));
  const node = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(fragmentName), schema);
  node.check();
  return node;
}

/** `kind level indent: text` of each block, with the marks of its texts. */
function outline(markdown: string): string[] {
  return read(markdown).children.map((block) => {
    if (block.type.name === "table") {
      return block.children
        .map((row) => row.children.map((cell) => `${cell.type.name}=${cell.textContent}`).join("|"))
        .join("/");
    }
    const { kind, level, indent } = block.attrs;
    const texts = block.children.map((child) => {
      const marks = child.marks.map((mark) => mark.attrs.href ?? mark.type.name).join("+");
      const text = child.isText ? child.text : "↵";
      return marks ? `${text}[${marks}]` : text;
    });
    return `${kind} ${level} ${indent}: ${texts.join("")}`;
  });
}

describe("Markdown as the first text of a section", () => {
  it("leaves out the title, which the section has of its own, and begins its headings at the first level", () => {
    expect(outline("# Titolo\n\n## Uno\n\n### Due\n\n###### Sei\n\nTesto")).toEqual([
      "heading 1 0: Uno",
      "heading 2 0: Due",
      "heading 4 0: Sei",
      "paragraph 1 0: Testo",
    ]);
  });

  it("keeps lists with their numbers and indents, and the further paragraphs of an item in the item", () => {
    expect(outline("1. uno\n2. due\n   - sotto\n     - ancora\n\n- a\n\n  b")).toEqual([
      "ordered 1 0: uno",
      "ordered 1 0: due",
      "bullet 1 1: sotto",
      "bullet 1 2: ancora",
      "bullet 1 0: a↵b",
    ]);
  });

  it("does not take an abbreviation for a list", () => {
    expect(outline("n.d. significa non disponibile\n\nD1. Ufficio")).toEqual([
      "paragraph 1 0: n.d. significa non disponibile",
      "paragraph 1 0: D1. Ufficio",
    ]);
  });

  it("keeps quotes, marks and links", () => {
    expect(
      outline("> Testo **forte** e *lieve*\n\n**[via](https://esempio.it)** & &lt;tag&gt; \\* `codice`"),
    ).toEqual([
      "quote 1 0: Testo forte[bold] e lieve[italic]",
      "paragraph 1 0: via[bold+https://esempio.it/] & <tag> * codice",
    ]);
  });

  it("keeps tables with their header row", () => {
    expect(outline("| A | B |\n|---|--:|\n| n.d. | **6** |\n| x | |")).toEqual([
      "tableHeader=A|tableHeader=B/tableCell=n.d.|tableCell=6/tableCell=x|tableCell=",
    ]);
  });

  it("[T27] makes plain words of dangerous links and of HTML", () => {
    expect(outline("[qui](javascript:alert(1)) <b>x</b>\n\n<script>alert(1)</script>")).toEqual([
      "paragraph 1 0: qui <b>x</b>",
      "paragraph 1 0: <script>alert(1)</script>",
    ]);
  });

  it("gives the same bytes for the same text and client, so a seed that runs twice writes once", () => {
    const text = "## Uno\n\ndue **tre**\n\n| a | b |\n|---|---|\n| c | d |";
    expect(markdownToUpdate(text, 5)).toEqual(markdownToUpdate(text, 5));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, markdownToUpdate(text, 5));
    const once = Y.encodeStateAsUpdate(doc);
    Y.applyUpdate(doc, markdownToUpdate(text, 5));
    expect(Y.encodeStateAsUpdate(doc)).toEqual(once);
    expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]).toEqual([5]);
  });
});

it("a fenced objective is one, with its fields and its indicators; any other fence stays words", () => {
  const written = JSON.stringify({
    title: "Servizi in rete",
    attributes: { key: "k", items: "RA3.2.2" },
    indicators: [{ name: "Servizi attivi", attributes: { key: "i", unit: "NUMBER", target1: "8" } }],
  });
  const node = read(`\`\`\`objective\n${written}\n\`\`\`\n\n\`\`\`objective\n{ broken\n\`\`\``);
  const [objective, broken] = node.children;
  expect(objective!.type.name).toBe("objective");
  expect(objective!.attrs).toMatchObject({ key: "k", items: "RA3.2.2", dup: null });
  expect(objective!.children.map(({ type, textContent }) => [type.name, textContent])).toEqual([
    ["objectiveTitle", "Servizi in rete"],
    ["indicator", "Servizi attivi"],
  ]);
  expect(objective!.lastChild!.attrs).toMatchObject({ key: "i", unit: "NUMBER", target1: "8" });
  expect([broken!.type.name, broken!.textContent]).toEqual(["block", "{ broken"]);
});

it("a file of several sections keeps the levels of their headings, as no # of it is the title of all", () => {
  const headings = (markdown: string) =>
    blocksOfMarkdownFile(markdown).map(({ attrs, content }) => [attrs?.level, content?.[0]?.text]);
  expect(headings("# Uno\n\n## Sotto\n\n# Due")).toEqual([
    [1, "Uno"],
    [2, "Sotto"],
    [1, "Due"],
  ]);
  expect(headings("# Piano\n\n## Uno\n\n## Due")).toEqual([
    [1, "Uno"],
    [1, "Due"],
  ]);
});
