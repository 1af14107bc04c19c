// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { fragmentName, markdownToUpdate, plainText, referenceTo } from "@upiao/document";
import { afterEach, describe, expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { cleanPastedHtml } from "../pasting/clean-pasted-html.ts";
import { sectionExtensions } from "../text/section-editing.ts";
import { setLink } from "../toolbar/set-link.ts";
import { lostIn, showParts } from "./part-numbers.ts";
import { callPart, findPart, type PlanParts } from "./plan-parts.ts";
import { referencesIn } from "./references-in.ts";

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

function open(markdown: string) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, markdownToUpdate(markdown, 7));
  const awareness = new Awareness(doc);
  const element = document.createElement("div");
  document.body.append(element);
  const extensions = sectionExtensions({ doc, awareness, userName: "Anna", onLink: () => {} });
  const editor = new Editor({ element, injectCSS: false, extensions });
  editors.push(editor);
  let writes = 0;
  doc.on("update", () => writes++);
  const fragment = doc.getXmlFragment(fragmentName);
  return { editor, fragment, dom: editor.view.dom, writes: () => writes };
}

function planWith(strategy: string, isNumbered = true): PlanParts {
  const part = (number: string, title: string, codes: string[], isWritten = true) => ({
    ...{ number, title, codes, isWritten },
    depth: number.includes(".") ? 1 : 0,
  });
  const parts = [
    part("2.1", "Valore pubblico", ["2.1"], false),
    part("2.2", "Performance", ["2.2"]),
    part(strategy, "Strategia", ["STRATEGIA", "INTEGRAZIONE"]),
  ];
  return { parts, isNumbered };
}

/** The words that are drawn, numbers included. */
function seen(dom: HTMLElement): string {
  const copy = dom.cloneNode(true) as HTMLElement;
  for (const number of copy.querySelectorAll("[data-number]"))
    number.append(` ${number.getAttribute("data-number")}`);
  return copy.textContent!;
}

const text = "Si veda la [stra**tegia**](piao:STRATEGIA), o [altro](piao:2.9).";

describe("a reference in the text", () => {
  it("shows the number of its part, and another one when the plan's placement has changed", () => {
    const { editor, dom, writes } = open(text);
    expect(seen(dom)).toBe("Si veda la strategia, o altro.");
    showParts(editor, { known: planWith("2.4"), lost: "manca" });
    expect(seen(dom)).toBe("Si veda la strategia (2.4), o altro.");
    showParts(editor, { known: planWith("3.4"), lost: "manca" });
    expect(seen(dom)).toBe("Si veda la strategia (3.4), o altro.");
    showParts(editor, null);
    expect(seen(dom)).toBe("Si veda la strategia, o altro.");
    expect(writes()).toBe(0);
  });

  it("has the number once, also where a comment stands on some of its words", () => {
    const { editor, dom } = open(text);
    showParts(editor, { known: planWith("2.4"), lost: "manca" });
    const { from } = referencesIn(editor.state.doc)[0]!;
    const mark = (state: typeof editor.state) =>
      DecorationSet.create(state.doc, [Decoration.inline(from + 2, from + 6, { nodeName: "mark" })]);
    editor.registerPlugin(new Plugin({ props: { decorations: mark } }));
    expect(dom.querySelector("mark")).not.toBeNull();
    expect(seen(dom)).toBe("Si veda la strategia (2.4), o altro.");
  });

  it("to a part that the plan has not is marked, and says so; in a text of several plans none has a number", () => {
    const { editor, dom } = open(text);
    showParts(editor, { known: planWith("2.4", false), lost: "manca" });
    expect(seen(dom)).toBe("Si veda la strategia, o altro.");
    const lost = dom.querySelectorAll(".section-text__lost-part");
    expect([...lost].map((each) => [each.textContent, each.getAttribute("title")])).toEqual([
      ["altro", "manca"],
    ]);
  });

  it("is named as lost also where nobody writes the part that the plan could have", () => {
    const { editor } = open(`${text} [valore](piao:2.1)`);
    expect(lostIn(editor.state)).toEqual([]);
    showParts(editor, { known: planWith("2.4"), lost: "manca" });
    expect(lostIn(editor.state).map(({ words }) => words)).toEqual(["altro", "valore"]);
  });

  it("keeps its number behind its words while somebody writes in them", () => {
    const { editor, dom } = open(text);
    showParts(editor, { known: planWith("2.4"), lost: "manca" });
    const { from, to } = referencesIn(editor.state.doc)[0]!;
    editor.view.dispatch(editor.state.tr.insertText("!", to));
    editor.view.dispatch(editor.state.tr.insertText("nuova ", from + 1));
    expect(seen(dom)).toBe("Si veda la snuova trategia (2.4)!, o altro.");
  });
});

describe("writing a reference", () => {
  it("makes one of the chosen words, another one of that, and without words inserts the part's title", () => {
    const { editor, fragment } = open("come dice la performance");
    editor.commands.setTextSelection({ from: 14, to: 25 });
    setLink(editor, referenceTo("2.2"), "Performance");
    expect(referencesIn(editor.state.doc)).toMatchObject([{ code: "2.2", words: "performance" }]);
    editor.commands.setTextSelection(18);
    setLink(editor, referenceTo("STRATEGIA"), "Strategia");
    expect(referencesIn(editor.state.doc)).toMatchObject([{ code: "STRATEGIA", words: "performance" }]);
    editor.commands.setTextSelection(6);
    setLink(editor, referenceTo("2.1"), "Valore pubblico");
    expect(plainText(fragment)).toBe("come Valore pubblicodice la performance");
  });

  it("goes out as its words, and comes back into the text as a reference", () => {
    const { editor } = open(text);
    const { dom, text: plain } = editor.view.serializeForClipboard(editor.state.doc.slice(0));
    expect(plain).toBe("Si veda la strategia, o altro.");
    expect(dom.innerHTML).not.toContain("piao:");
    const cleaned = cleanPastedHtml(dom.innerHTML);
    expect(cleaned).toContain('<a href="piao:STRATEGIA">');
    const other = open("");
    other.editor.commands.setContent(cleaned);
    expect(referencesIn(other.editor.state.doc).map(({ code }) => code)).toEqual(["STRATEGIA", "2.9"]);
  });

  it("[T27] takes no reference from elsewhere that is none", () => {
    expect(
      cleanPastedHtml('<span data-part="javascript:alert(1)">qui</span> <a href="piao:javascript:x">là</a>'),
    ).toBe("qui là");
  });
});

it("a part is called by its number where all plans have the same, and found by each of its codes", () => {
  const known = planWith("2.4", false);
  const parts = known.parts.map((part) => callPart(part, known));
  expect(parts).toEqual(["2.1 Valore pubblico", "2.2 Performance", "Strategia"]);
  expect(findPart(known, "INTEGRAZIONE")?.number).toBe("2.4");
  expect(findPart(known, "2.4")).toBeNull();
});
