// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import { decideSuggestions, fragmentName, markdownToUpdate, plainText, suggestionsIn } from "@upiao/document";
import { afterEach, describe, expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { sectionExtensions } from "../text/section-editing.ts";
import { suggestingOf } from "./suggesting.ts";

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

const seed = markdownToUpdate("uno due\n\n## anno\n\n| a | b |\n|---|---|\n| c | d |", 7);

function open(mustPropose = true, doc = new Y.Doc()) {
  Y.applyUpdate(doc, seed);
  const element = document.createElement("div");
  document.body.append(element);
  const editor = new Editor({
    element,
    injectCSS: false,
    extensions: sectionExtensions({
      doc,
      awareness: new Awareness(doc),
      userName: "Silvia",
      onLink: () => {},
      mustPropose,
    }),
  });
  editors.push(editor);
  if (mustPropose) suggestingOf(editor).proposalId = "p1";
  const fragment = doc.getXmlFragment(fragmentName);
  const type = (words: string) => {
    for (const letter of words) editor.view.dispatch(editor.state.tr.insertText(letter));
  };
  const press = (key: string, more: KeyboardEventInit = {}) =>
    editor.view.dom.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
    );
  const caret = (words: string, offset = words.length) => {
    editor.state.doc.descendants((node, position) => {
      const index = node.text?.indexOf(words) ?? -1;
      if (index >= 0) editor.commands.setTextSelection(position + index + offset);
    });
  };
  const suggested = () => suggestionsIn(fragment).map(({ excerpt: { removed, added } }) => [removed, added]);
  return { editor, doc, fragment, type, press, caret, suggested, text: () => plainText(fragment) };
}

describe("who may only propose", () => {
  it("types as anybody does, and what is typed stands beside the text", () => {
    const { type, caret, suggested, text, editor } = open();
    const before = text();
    caret("due");
    type(" tre");
    expect(suggested()).toEqual([["", " tre"]]);
    expect(text()).toBe(before);
    expect(editor.getHTML()).toContain("<ins data-suggestion=");
  });

  it("deletes letter by letter with Backspace, and the caret goes on", () => {
    const { editor, caret, suggested } = open();
    caret("due");
    for (let letters = 0; letters < 3; letters++) {
      const { from } = editor.state.selection;
      editor.view.dispatch(editor.state.tr.delete(from - 1, from));
    }
    expect(suggested()).toEqual([["due", ""]]);
    expect(editor.getHTML()).toContain("<del data-suggestion=");
  });

  it("begins a paragraph with Enter and writes in it", () => {
    const { type, press, caret, suggested, text, doc, fragment } = open();
    caret("due");
    press("Enter");
    type("nuovo");
    expect(suggested()).toEqual([["", "nuovo"]]);
    doc.transact(() =>
      decideSuggestions(fragment, new Set(suggestionsIn(fragment).map(({ id }) => id)), "ACCEPT"),
    );
    expect(text().split("\n").slice(0, 3)).toEqual(["uno due", "nuovo", "anno"]);
  });

  it("undoes and does again what was proposed", () => {
    const { editor, type, caret, suggested } = open();
    caret("due");
    type(" tre");
    editor.commands.undo();
    expect(suggested()).toEqual([]);
    editor.commands.redo();
    expect(suggested()).toEqual([["", " tre"]]);
  });

  it("cannot undo any more what has been adopted meanwhile", () => {
    const { editor, type, caret, doc, text, fragment } = open();
    caret("due");
    type(" tre");
    const officer = new Y.Doc();
    Y.applyUpdate(officer, Y.encodeStateAsUpdate(doc));
    const theirs = officer.getXmlFragment(fragmentName);
    officer.transact(() =>
      decideSuggestions(theirs, new Set(suggestionsIn(theirs).map(({ id }) => id)), "ACCEPT"),
    );
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(officer), "remote");
    expect(text()).toContain("uno due tre");
    editor.commands.undo();
    expect(text()).toContain("uno due tre");
    expect(suggestionsIn(fragment)).toEqual([]);
  });

  it("is told what cannot be proposed, and that a proposal has to be opened first", () => {
    const { editor, caret, type, fragment } = open();
    const before = fragment.toString();
    caret("c");
    editor.commands.addColumnAfter();
    expect(suggestingOf(editor).refusal).toBe("NOT_POSSIBLE");
    suggestingOf(editor).proposalId = null;
    type("x");
    expect(suggestingOf(editor).refusal).toBe("NO_PROPOSAL");
    expect(fragment.toString()).toBe(before);
  });
});

describe("an editor", () => {
  it("who types in the middle of what is proposed, or beside it, writes the text", () => {
    const { editor, caret, type, doc, text } = open(false);
    suggestingOf(editor).proposalId = "p1";
    caret("due");
    type(" tre quattro");
    suggestingOf(editor).proposalId = null;
    caret(" tre");
    type("X");
    caret("quattro");
    type("Y");
    expect(text()).toContain("uno dueXY\n");
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    expect(suggestionsIn(copy.getXmlFragment(fragmentName)).map(({ excerpt }) => excerpt.added)).toEqual([
      " tre …  quattro",
    ]);
  });

  it("who gives a block another kind keeps what is proposed of it", () => {
    const { editor, caret, press, suggested, fragment } = open(false);
    suggestingOf(editor).proposalId = "p1";
    caret("due");
    press("Enter");
    suggestingOf(editor).proposalId = null;
    press("7", { ctrlKey: true, shiftKey: true });
    expect(suggested()).toEqual([["", ""]]);
    expect(fragment.get(1).toString()).toContain('kind="ordered"');
  });
});
