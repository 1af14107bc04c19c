// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import { fragmentName, markdownToUpdate, objectivesIn, plainText } from "@upiao/document";
import { afterEach, describe, expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { suggestingOf } from "../proposal/suggesting.ts";
import { sectionExtensions } from "../text/section-editing.ts";
import { insertTable } from "../text/section-table.ts";
import { writeField } from "./field-input.tsx";
import { closeInsertMenu, isInsertMenuOpen } from "./insert-menu.ts";
import { insertObjective, removeNode } from "./insert-objective.ts";
import { insertReused } from "./insert-reused.ts";

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

function open(markdown: string, { mustPropose = false } = {}) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, markdownToUpdate(markdown, 7));
  const element = document.createElement("div");
  document.body.append(element);
  const awareness = new Awareness(doc);
  const editor = new Editor({
    element,
    injectCSS: false,
    extensions: sectionExtensions({ doc, awareness, userName: "Anna", onLink: () => {}, mustPropose }),
  });
  editors.push(editor);
  const fragment = doc.getXmlFragment(fragmentName);
  return {
    editor,
    doc,
    text: () => plainText(fragment).split("\n"),
    records: () => objectivesIn(fragment, 2026),
    press: (key: string, more: KeyboardEventInit = {}) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
      editor.view.dom.dispatchEvent(event);
      return event.defaultPrevented;
    },
    type: (words: string) => {
      for (const letter of words) {
        const { from, to } = editor.state.selection;
        const isHandled = editor.view.someProp("handleTextInput", (handle) =>
          handle(editor.view, from, to, letter, () => editor.state.tr.insertText(letter)),
        );
        if (!isHandled) editor.view.dispatch(editor.state.tr.insertText(letter));
      }
    },
    run: (command: typeof insertObjective) => command(editor.state, editor.view.dispatch, editor.view),
    at: (name: string, index = 0) => {
      const found: number[] = [];
      editor.state.doc.descendants((node, at) => {
        if (node.type.name === name) found.push(at);
      });
      return found[index]!;
    },
  };
}

type Opened = ReturnType<typeof open>;

function send(one: Opened, other: Opened): void {
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)), "remote");
}

/** «Servizi» with one indicator, «Attivi». */
function withObjective(markdown = "prima"): Opened {
  const anna = open(markdown);
  anna.editor.commands.setTextSelection(anna.editor.state.doc.content.size - 1);
  anna.run(insertObjective);
  anna.type("Servizi");
  anna.press("Enter");
  anna.type("Attivi");
  return anna;
}

describe("an objective", () => {
  it("is inserted after the paragraph, with an indicator, keys and a place to go on writing", () => {
    const anna = withObjective();
    expect(anna.text()).toEqual([
      "prima",
      "Obiettivo: Servizi",
      "Attivi: Unità numero; Verso in crescita",
      "",
    ]);
    const [objective] = anna.records();
    expect(objective!.faults).toEqual([]);
    expect(objective!.indicators[0]!.faults).toEqual([]);
  });

  it("Enter adds indicators, and from an empty name leaves; Backspace takes an empty one away", () => {
    const anna = withObjective();
    anna.press("Enter");
    anna.press("Enter");
    anna.type("dopo");
    expect(anna.text().slice(2)).toEqual([
      "Attivi: Unità numero; Verso in crescita",
      ": Unità numero; Verso in crescita",
      "dopo",
    ]);
    anna.editor.commands.setTextSelection(anna.at("indicator", 1) + 1);
    expect(anna.press("Backspace")).toBe(true);
    expect(anna.text().slice(2)).toEqual(["Attivi: Unità numero; Verso in crescita", "dopo"]);
  });

  it("is joined to nothing by Backspace and Delete, and goes with the last of its words", () => {
    const anna = withObjective();
    const before = anna.text();
    for (const [name, key] of [
      ["objectiveTitle", "Backspace"],
      ["indicator", "Backspace"],
    ] as const) {
      anna.editor.commands.setTextSelection(anna.at(name) + 1);
      expect(anna.press(key)).toBe(true);
    }
    anna.editor.commands.setTextSelection(anna.editor.state.doc.content.size - 1);
    expect(anna.press("Backspace")).toBe(true);
    expect(anna.press("Delete")).toBe(true);
    anna.editor.commands.setTextSelection(6);
    expect(anna.press("Delete")).toBe(true);
    expect(anna.text()).toEqual(before);
    const other = open("");
    other.run(insertObjective);
    other.press("Backspace");
    expect([other.text(), other.records()]).toEqual([[""], []]);
  });

  it("takes no table into its empty title, but has it after it", () => {
    const anna = open("");
    anna.run(insertObjective);
    insertTable(1, 1)(anna.editor.state, anna.editor.view.dispatch);
    expect(anna.records()).toHaveLength(1);
    expect([...anna.editor.state.doc.children].map(({ type }) => type.name)).toEqual([
      "objective",
      "table",
      "block",
    ]);
  });

  it("is filled in by several at once, each field by itself", () => {
    const [anna, bruno] = [withObjective(), open("")];
    Y.applyUpdate(bruno.doc, Y.encodeStateAsUpdate(anna.doc), "remote");
    send(bruno, anna);
    writeField(anna.editor, anna.at("indicator"), "baseline", "40");
    writeField(bruno.editor, bruno.at("indicator"), "target1", "55");
    writeField(bruno.editor, bruno.at("objective"), "dup", "Missione 1");
    send(anna, bruno);
    send(bruno, anna);
    for (const each of [anna, bruno])
      expect(each.records()[0]).toMatchObject({
        dup: "Missione 1",
        indicators: [{ baseline: 40, targets: [{ year: 2026, value: 55 }] }],
      });
  });

  it("deleted and undone comes back with all its fields, also where another wrote meanwhile", () => {
    const [anna, bruno] = [withObjective(), open("")];
    writeField(anna.editor, anna.at("indicator"), "baseline", "40");
    Y.applyUpdate(bruno.doc, Y.encodeStateAsUpdate(anna.doc), "remote");
    const before = anna.records();
    removeNode(anna.editor, anna.at("objective"));
    writeField(bruno.editor, bruno.at("indicator"), "baseline", "41");
    send(bruno, anna);
    send(anna, bruno);
    expect(bruno.records()).toEqual([]);
    anna.editor.commands.undo();
    send(anna, bruno);
    expect(bruno.records()).toEqual(before);
  });
});

const copied = (anna: Opened) => {
  anna.editor.commands.selectAll();
  return anna.editor.view.serializeForClipboard(anna.editor.state.selection.content());
};

describe("copying an objective", () => {
  it("gives other programs a table and lines of text", () => {
    const anna = withObjective();
    writeField(anna.editor, anna.at("indicator"), "baseline", "40");
    const { dom, text } = copied(anna);
    expect(
      [...dom.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent)),
    ).toEqual([
      ["Obiettivo", "Servizi"],
      [
        ...["Indicatore", "Unità", "Verso", "Partenza"],
        ...["Atteso, 1º anno", "Atteso, 2º anno", "Atteso, 3º anno", "Fonte"],
      ],
      ["Attivi", "numero", "in crescita", "40", "", "", "", ""],
    ]);
    expect(text).toContain("Obiettivo: Servizi\nAttivi: Unità numero");
  });

  it("and pasting it makes a second one, with keys of its own; the first keeps its keys wherever the copy stands", () => {
    const anna = withObjective();
    writeField(anna.editor, anna.at("indicator"), "baseline", "40");
    const [first] = anna.records();
    const { dom } = copied(anna);
    anna.editor.commands.setTextSelection(1);
    anna.editor.view.pasteHTML(dom.innerHTML);
    const records = anna.records();
    expect(records.map(({ title, indicators }) => [title, indicators[0]!.baseline])).toEqual([
      ["Servizi", 40],
      ["Servizi", 40],
    ]);
    expect(records[1]).toEqual(first);
    expect(records[0]!.key).not.toBe(first!.key);
    expect(records[0]!.faults).toEqual([]);
  });

  it("but what is cut and pasted is the same record", () => {
    const anna = withObjective();
    const before = anna.records();
    const { dom } = copied(anna);
    anna.editor.commands.deleteSelection();
    expect(anna.records()).toEqual([]);
    anna.editor.view.pasteHTML(dom.innerHTML);
    expect(anna.records()).toEqual(before);
  });

  it("[T27] what a page offers as one is read as text, or not at all", () => {
    const anna = open("prima");
    anna.editor.commands.setTextSelection(6);
    const hostile = JSON.stringify({
      title: "<img src=x onerror=alert(1)>",
      attributes: { dup: { a: 1 }, onload: "x" },
      indicators: [null, { name: 3 }],
    }).replaceAll('"', "&quot;");
    anna.editor.view.pasteHTML(`<table data-objective="${hostile}"></table>`);
    expect(anna.records()[0]).toMatchObject({ title: "<img src=x onerror=alert(1)>", dup: null });
    expect(anna.editor.view.dom.querySelector("img")).toBeNull();
    anna.editor.view.pasteHTML('<table data-objective="{"><tr><td>uno</td><td>due</td></tr></table>');
    expect(anna.text()).toContain("uno\tdue");
  });
});

describe("an objective of another plan", () => {
  const origin = "00000000-0000-4000-8000-000000000009";
  const reused = {
    origin,
    title: "Sportello unico",
    items: ["OB1.1", "RA1.1.1"],
    indicators: [{ name: "Giorni", unit: "DAYS", direction: "DOWN" }],
  } as const;

  it("is written anew with what measures it, without values, and says where it comes from", () => {
    const anna = open("prima");
    anna.editor.commands.setTextSelection(6);
    anna.run(insertReused(reused));
    anna.type("Il nostro ");
    expect(anna.records()).toMatchObject([
      {
        origin,
        title: "Il nostro Sportello unico",
        items: ["OB1.1", "RA1.1.1"],
        indicators: [{ name: "Giorni", unit: "DAYS", direction: "DOWN", baseline: null, targets: [] }],
      },
    ]);
    expect(anna.records()[0]!.key).not.toBe(origin);
  });

  it("copied within the product still says where it comes from, under a key of its own", () => {
    const anna = open("prima");
    anna.editor.commands.setTextSelection(6);
    anna.run(insertReused(reused));
    const { dom } = copied(anna);
    anna.editor.commands.setTextSelection(1);
    anna.editor.view.pasteHTML(dom.innerHTML);
    const [first, second] = anna.records();
    expect([first!.origin, second!.origin]).toEqual([origin, origin]);
    expect(first!.key).not.toBe(second!.key);
  });

  it("is not inserted in a table, nor by who only proposes", () => {
    const anna = open("prima");
    anna.run(insertTable(2, 2));
    expect(anna.run(insertReused(reused))).toBe(false);
    expect(anna.records()).toEqual([]);
    const silvia = open("prima", { mustPropose: true });
    suggestingOf(silvia.editor).proposalId = "00000000-0000-4000-8000-000000000001";
    silvia.run(insertReused(reused));
    expect(silvia.records()).toEqual([]);
  });
});

describe("«/»", () => {
  it("at the beginning of an empty paragraph asks what to insert; elsewhere it is a letter", () => {
    const anna = open("");
    anna.type("/");
    expect(isInsertMenuOpen(anna.editor.state)).toBe(true);
    expect(anna.text()).toEqual([""]);
    closeInsertMenu(anna.editor, "/");
    anna.type("/");
    expect(anna.text()).toEqual(["//"]);
    expect(isInsertMenuOpen(anna.editor.state)).toBe(false);
  });
});

describe("who proposes", () => {
  it("inserts no objective and fills in no field, and is told so", () => {
    const anna = withObjective();
    const silvia = open("", { mustPropose: true });
    Y.applyUpdate(silvia.doc, Y.encodeStateAsUpdate(anna.doc), "remote");
    suggestingOf(silvia.editor).proposalId = "00000000-0000-4000-8000-000000000001";
    const before = silvia.text();
    writeField(silvia.editor, silvia.at("indicator"), "baseline", "1");
    expect(suggestingOf(silvia.editor).refusal).toBe("NOT_POSSIBLE");
    silvia.editor.commands.setTextSelection(1);
    silvia.run(insertObjective);
    silvia.editor.commands.setTextSelection(silvia.at("indicator") + 1);
    silvia.press("Enter");
    expect(silvia.text()).toEqual(before);
    expect(silvia.records()).toHaveLength(1);
  });
});
