import type { Node } from "@tiptap/pm/model";
import { type Command, EditorState, Selection, TextSelection } from "@tiptap/pm/state";
import { type BlockShape, plainShape, schema } from "@upiao/document";
import { describe, expect, it } from "vitest";
import { backOut, indentBy, insertWords, splitBlock, toggleKind } from "./block-commands.ts";

const block = (text: string, shape: Partial<BlockShape> = {}): Node =>
  schema.nodes.block!.create({ ...plainShape, ...shape }, text === "" ? [] : schema.text(text));

const table = () =>
  schema.nodes.table!.create(null, [
    schema.nodes.tableRow!.create(null, [schema.nodes.tableCell!.create(null, schema.text("cella"))]),
  ]);

/** `|` in a text is the caret, two of them a selection. */
function state(...blocks: Node[]): EditorState {
  let doc = schema.nodes.doc!.create(null, blocks);
  const carets: number[] = [];
  doc.descendants((node, at) => {
    const text = node.text ?? "";
    for (let index = text.indexOf("|"); index >= 0; index = text.indexOf("|", index + 1)) {
      carets.push(at + index - carets.length);
    }
  });
  const clean = (node: Node): Node =>
    node.isTextblock
      ? node.type.create(
          node.attrs,
          node.textContent.replaceAll("|", "") ? schema.text(node.textContent.replaceAll("|", "")) : [],
        )
      : node.type.create(node.attrs, node.children.map(clean));
  doc = clean(doc);
  const [anchor, head = anchor] = carets;
  const selection = anchor === undefined ? Selection.atStart(doc) : TextSelection.create(doc, anchor, head);
  return EditorState.create({ doc, selection });
}

function after(before: EditorState, command: Command): EditorState | null {
  let next: EditorState | null = null;
  const isDone = command(before, (tr) => {
    next = before.apply(tr);
  });
  return isDone ? next : null;
}

/** `kind` (with its level or indent where it counts) and text of each block, the caret as `|`. */
function shown(now: EditorState | null): string[] | null {
  return (
    now?.doc.children.map((node, index) => {
      const { kind, level, indent } = node.attrs;
      const number = kind === "heading" ? level : kind === "bullet" || kind === "ordered" ? indent : "";
      const $head = now.selection.$head;
      const text = node.textContent;
      const isHere = $head.depth > 0 && $head.index(0) === index;
      const at = $head.parentOffset;
      return `${kind ?? node.type.name}${number}: ${isHere ? `${text.slice(0, at)}|${text.slice(at)}` : text}`;
    }) ?? null
  );
}

const run = (command: Command, ...blocks: Node[]) => shown(after(state(...blocks), command));

describe("Enter", () => {
  it("goes on with the list, at the same indent", () => {
    expect(run(splitBlock, block("primo |secondo", { kind: "ordered", indent: 1 }))).toEqual([
      "ordered1: primo ",
      "ordered1: |secondo",
    ]);
  });

  it("on an empty item moves it out, and at the margin ends the list", () => {
    expect(run(splitBlock, block("|", { kind: "bullet", indent: 1 }))).toEqual(["bullet0: |"]);
    expect(run(splitBlock, block("|", { kind: "bullet" }))).toEqual(["paragraph: |"]);
    expect(run(splitBlock, block("|", { kind: "quote" }))).toEqual(["paragraph: |"]);
  });

  it("at the end of a heading gives a paragraph, in its middle another heading", () => {
    expect(run(splitBlock, block("Titolo|", { kind: "heading", level: 2 }))).toEqual([
      "heading2: Titolo",
      "paragraph: |",
    ]);
    expect(run(splitBlock, block("Tit|olo", { kind: "heading", level: 2 }))).toEqual([
      "heading2: Tit",
      "heading2: |olo",
    ]);
  });

  it("takes away what is selected in a block", () => {
    expect(run(splitBlock, block("uno |due |tre"))).toEqual(["paragraph: uno ", "paragraph: |tre"]);
  });

  it("is left to others in a cell of a table, and over several blocks", () => {
    expect(run(splitBlock, block("uno |"), block("|due"))).toBeNull();
    expect(run(splitBlock, table())).toBeNull();
  });
});

describe("Backspace before the first letter", () => {
  it("moves an item out, then makes it a paragraph", () => {
    expect(run(backOut, block("|voce", { kind: "bullet", indent: 2 }))).toEqual(["bullet1: |voce"]);
    expect(run(backOut, block("|voce", { kind: "bullet" }))).toEqual(["paragraph: |voce"]);
  });

  it("makes a paragraph of a heading and of a quote", () => {
    expect(run(backOut, block("|Titolo", { kind: "heading", level: 3 }))).toEqual(["paragraph: |Titolo"]);
    expect(run(backOut, block("|citato", { kind: "quote" }))).toEqual(["paragraph: |citato"]);
  });

  it("is an ordinary Backspace in a paragraph and inside a text", () => {
    expect(run(backOut, block("|testo"))).toBeNull();
    expect(run(backOut, block("te|sto", { kind: "bullet" }))).toBeNull();
  });
});

describe("Tab and Shift-Tab", () => {
  it("move all selected items of a list, and nothing else", () => {
    expect(
      run(
        indentBy(1),
        block("|uno", { kind: "bullet" }),
        block("due"),
        block("tr|e", { kind: "ordered", indent: 1 }),
      ),
    ).toEqual(["bullet1: uno", "paragraph: due", "ordered2: tr|e"]);
    expect(run(indentBy(-1), block("|uno", { kind: "bullet", indent: 1 }))).toEqual(["bullet0: |uno"]);
    expect(run(indentBy(-1), block("|uno", { kind: "bullet" }))).toEqual(["paragraph: |uno"]);
  });

  it("do nothing outside of lists, so that Tab leaves the text, nor beyond the deepest indent", () => {
    expect(run(indentBy(1), block("|testo"))).toBeNull();
    expect(run(indentBy(1), block("|voce", { kind: "bullet", indent: 5 }))).toBeNull();
  });
});

describe("the kind of blocks", () => {
  it("is set for all that are selected, and taken away when they have it", () => {
    expect(run(toggleKind("bullet"), block("|uno"), block("du|e", { kind: "quote" }))).toEqual([
      "bullet0: uno",
      "bullet0: du|e",
    ]);
    expect(run(toggleKind("heading", 2), block("|uno", { kind: "heading", level: 2 }))).toEqual([
      "paragraph: |uno",
    ]);
    expect(run(toggleKind("heading", 3), block("|uno", { kind: "heading", level: 2 }))).toEqual([
      "heading3: |uno",
    ]);
  });

  it("keeps the indent from one list to the other, and loses it outside of lists", () => {
    expect(run(toggleKind("ordered"), block("|uno", { kind: "bullet", indent: 2 }))).toEqual([
      "ordered2: |uno",
    ]);
    const heading = after(state(block("|uno", { kind: "bullet", indent: 2 })), toggleKind("heading", 1));
    expect(heading?.doc.firstChild?.attrs).toMatchObject({ kind: "heading", level: 1, indent: 0 });
  });

  it("changes attributes, never the node in which others may be typing", () => {
    const before = state(block("|uno"));
    const next = after(before, toggleKind("bullet"));
    expect(next?.doc.firstChild?.type).toBe(before.doc.firstChild?.type);
  });

  it("is not set in a table", () => {
    expect(run(toggleKind("bullet"), table())).toBeNull();
  });

  it("can be set for a paragraph that a stock Tiptap client wrote", () => {
    const foreign = schema.nodes.paragraph!.create(null, schema.text("|testo"));
    expect(run(toggleKind("bullet"), foreign)).toEqual(["bullet0: |testo"]);
  });
});

describe("words put back", () => {
  it("stand apart from the words around them", () => {
    expect(run(insertWords(" e NON altrimenti\n"), block("prima|dopo"))).toEqual([
      "paragraph: prima e NON altrimenti |dopo",
    ]);
    expect(run(insertWords("NON"), block("prima |, dopo"))).toEqual(["paragraph: prima NON|, dopo"]);
    expect(run(insertWords("NON"), block("|"))).toEqual(["paragraph: NON|"]);
  });
});
