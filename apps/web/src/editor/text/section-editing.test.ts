// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter } from "@tiptap/pm/tables";
import { fragmentName, markdownToUpdate, plainText } from "@upiao/document";
import { afterEach, describe, expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { detachBinding } from "./detach-binding.ts";
import { sectionExtensions } from "./section-editing.ts";
import { insertTable } from "./section-table.ts";

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

function open(markdown: string, editable = true) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, markdownToUpdate(markdown, 7));
  const awareness = new Awareness(doc);
  const element = document.createElement("div");
  document.body.append(element);
  let links = 0;
  const editor = new Editor({
    element,
    editable,
    injectCSS: false,
    extensions: sectionExtensions({ doc, awareness, userName: "Anna", onLink: () => links++ }),
  });
  editors.push(editor);
  const fragment = doc.getXmlFragment(fragmentName);
  const writes: unknown[] = [];
  doc.on("update", (_update: Uint8Array, origin: unknown) => origin !== "remote" && writes.push(origin));
  return {
    editor,
    doc,
    fragment,
    writes,
    text: () => plainText(fragment),
    linkCount: () => links,
    /** Puts the caret after these words. */
    caretAfter: (words: string) => {
      let at = -1;
      editor.state.doc.descendants((node, position) => {
        const index = node.text?.indexOf(words) ?? -1;
        if (index >= 0) at = position + index + words.length;
      });
      editor.commands.setTextSelection(at);
    },
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
  };
}

type Opened = ReturnType<typeof open>;

/** What `one` has and `other` lacks. */
function send(one: Opened, other: Opened): void {
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)), "remote");
}

describe("opening the editor", () => {
  it("writes nothing into the text, neither for a writer nor for a reader", () => {
    for (const editable of [true, false]) {
      const anna = open("## Titolo\n\ntesto\n\n| A | B |\n|---|---|\n| c | d |", editable);
      anna.editor.commands.setTextSelection(3);
      expect(anna.writes).toEqual([]);
    }
  });

  it("puts no style into the page, which would refuse it", () => {
    const anna = open("testo\n\n| A |\n|---|\n| c |");
    expect(document.querySelectorAll("style")).toHaveLength(0);
    expect(anna.editor.view.dom.querySelector("table")?.hasAttribute("style")).toBe(false);
    expect(anna.editor.view.dom.querySelector("colgroup")).toBeNull();
  });

  it("gives an empty section a place to write in, which enters the text with the first letter", () => {
    const anna = open("");
    expect(anna.fragment.length).toBe(0);
    anna.type("x");
    expect(anna.text()).toBe("x");
  });
});

describe("keys", () => {
  it("Enter goes on with a list and ends it on an empty item", () => {
    const anna = open("- uno");
    anna.caretAfter("uno");
    anna.press("Enter");
    anna.type("due");
    anna.press("Enter");
    anna.press("Enter");
    anna.type("fine");
    expect(anna.text()).toBe("- uno\n- due\nfine");
  });

  it("Tab moves an item in, Shift-Tab out, and in a paragraph Tab leaves the text", () => {
    const anna = open("- uno\n\ntesto");
    anna.caretAfter("uno");
    expect(anna.press("Tab")).toBe(true);
    expect(anna.text()).toBe("  - uno\ntesto");
    expect(anna.press("Tab", { shiftKey: true })).toBe(true);
    expect(anna.text()).toBe("- uno\ntesto");
    anna.caretAfter("testo");
    expect(anna.press("Tab")).toBe(false);
  });

  it("after Esc, Tab leaves the text also from a list and a table, until something else is pressed", () => {
    const anna = open("- uno");
    anna.caretAfter("uno");
    anna.press("Escape");
    expect(anna.press("Tab")).toBe(false);
    expect(anna.press("Tab", { shiftKey: true })).toBe(false);
    anna.press("ArrowLeft");
    expect(anna.press("Tab")).toBe(true);
  });

  it("Tab goes from cell to cell, and from the last one into a new row", () => {
    const anna = open("| A | B |\n|---|---|\n| c | d |");
    anna.caretAfter("c");
    anna.press("Tab");
    anna.type("1");
    expect(anna.text()).toBe("A\tB\nc\t1");
    anna.press("Tab");
    anna.type("2");
    expect(anna.text()).toBe("A\tB\nc\t1\n2\t");
    anna.press("Tab", { shiftKey: true });
    anna.type("3");
    expect(anna.text()).toBe("A\tB\nc\t3\n2\t");
  });

  it("Enter in a cell breaks the line, and Backspace at its beginning leaves the table whole", () => {
    const anna = open("prima\n\n| A | B |\n|---|---|\n| c | d |");
    anna.caretAfter("c");
    anna.press("Enter");
    anna.type("2");
    expect(anna.text()).toBe("prima\nA\tB\nc 2\td");
    anna.editor.commands.setTextSelection(anna.editor.state.selection.$from.start());
    anna.press("Backspace");
    expect(anna.text()).toBe("prima\nA\tB\nc 2\td");
  });

  it("headings by number, and the link dialog", () => {
    const anna = open("testo");
    anna.caretAfter("testo");
    anna.press("2", { ctrlKey: true, altKey: true });
    expect(anna.editor.view.dom.querySelector("h3")?.textContent).toBe("testo");
    anna.press("k", { ctrlKey: true });
    expect(anna.linkCount()).toBe(1);
  });
});

describe("typing", () => {
  it.each([
    ["# ", "h2"],
    ["### ", "h4"],
    ["- ", 'p[data-kind="bullet"]'],
    ["1. ", 'p[data-kind="ordered"]'],
    ["> ", "blockquote"],
  ])("«%s» at the beginning of a paragraph makes %s of it", (typed, selector) => {
    const anna = open("");
    anna.type(`${typed}testo`);
    expect(anna.editor.view.dom.querySelector(selector)?.textContent).toBe("testo");
  });

  it("«- » in a heading, in a cell and inside a text stays what it is", () => {
    const anna = open("## Titolo\n\n| A |\n|---|\n| c |");
    anna.editor.commands.setTextSelection(1);
    anna.type("- ");
    anna.caretAfter("c");
    anna.type("- ");
    expect(anna.text()).toBe("- Titolo\nA\nc- ");
  });
});

describe("undo", () => {
  it("takes back what I did, and nothing of the others", () => {
    const [anna, bruno] = [open("testo"), open("testo")];
    anna.caretAfter("testo");
    anna.type(" di Anna");
    send(anna, bruno);
    bruno.caretAfter("Anna");
    bruno.type(" e di Bruno");
    send(bruno, anna);
    anna.editor.commands.undo();
    expect(anna.text()).toBe("testo e di Bruno");
    anna.editor.commands.redo();
    expect(anna.text()).toBe("testo di Anna e di Bruno");
  });

  it("of a new paragraph keeps what somebody else wrote in it", () => {
    const [anna, bruno] = [open("testo"), open("testo")];
    anna.caretAfter("testo");
    anna.press("Enter");
    anna.type("mio");
    send(anna, bruno);
    bruno.caretAfter("mio");
    bruno.type(" e tuo");
    send(bruno, anna);
    anna.editor.commands.undo();
    expect(anna.text()).toBe("testo\n e tuo");
  });
});

describe("undo of a great deletion", () => {
  it("gives everything back as it was", () => {
    const markdown = "## Titolo\n\n1. uno\n   - sotto\n\n| A | B |\n|---|---|\n| c | **d** |\n\n> fine";
    const anna = open(markdown);
    const before = anna.editor.view.dom.innerHTML;
    anna.editor.commands.selectAll();
    anna.press("Delete");
    expect(anna.text()).toBe("");
    anna.editor.commands.undo();
    expect(anna.editor.view.dom.innerHTML).toBe(before);
  });
});

describe("tables", () => {
  it("are inserted after the paragraph, with headers and a place to go on writing", () => {
    const anna = open("prima");
    anna.caretAfter("prima");
    insertTable(3, 2)(anna.editor.state, anna.editor.view.dispatch);
    anna.type("A");
    expect(anna.text()).toBe("prima\nA\t\n\t\n\t\n");
    expect(anna.editor.view.dom.querySelectorAll("th")).toHaveLength(2);
    expect(anna.editor.view.dom.lastElementChild?.localName).toBe("p");
  });

  it("are not inserted into a cell", () => {
    const anna = open("| A |\n|---|\n| c |");
    anna.caretAfter("c");
    expect(insertTable(2, 2)(anna.editor.state)).toBe(false);
  });

  it("to which one adds a row and the other a column are mended by the next who changes them, not by all", () => {
    const table = "| A | B |\n|---|---|\n| c | d |";
    const [anna, bruno, reader] = [open(table), open(table), open(table, false)];
    anna.caretAfter("d");
    addRowAfter(anna.editor.state, anna.editor.view.dispatch);
    bruno.caretAfter("d");
    addColumnAfter(bruno.editor.state, bruno.editor.view.dispatch);
    const quiet = [anna.writes.length, bruno.writes.length];
    send(anna, bruno);
    send(bruno, anna);
    send(bruno, reader);
    anna.type("x");
    expect(anna.text()).toBe("A\tB\t\nc\tdx\t\n\t");
    expect([anna.writes.length - 1, bruno.writes.length, reader.writes.length]).toEqual([...quiet, 0]);
    addRowAfter(anna.editor.state, anna.editor.view.dispatch);
    expect(anna.text()).toBe("A\tB\t\nc\tdx\t\n\t\t\n\t\t");
    send(anna, bruno);
    expect(bruno.text()).toBe(anna.text());
  });

  it("whose rows have all been deleted at once stand, and can be written around", () => {
    const anna = open("prima\n\n| A |\n|---|\n| c |\n\ndopo");
    const table = anna.fragment.get(1) as Y.XmlElement;
    anna.doc.transact(() => table.delete(0, 2), "remote");
    anna.caretAfter("dopo");
    anna.type("!");
    expect(anna.text()).toBe("prima\ndopo!");
  });
});

describe("carets of the others", () => {
  it("show who writes, are not read aloud, and carry no style attribute of their own making", () => {
    const [anna, bruno] = [open("testo"), open("testo")];
    const at = Y.createRelativePositionFromTypeIndex(
      (bruno.fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText,
      2,
    );
    const state = { user: { name: "<b>Bruno</b>", color: "#0055aa" }, cursor: { anchor: at, head: at } };
    const { awareness } = anna.editor.extensionManager.extensions.find(
      ({ name }) => name === "collaborationCaret",
    )!.options.provider;
    awareness.states.set(bruno.doc.clientID, state);
    awareness.emit("change", [{ added: [bruno.doc.clientID], updated: [], removed: [] }, "remote"]);
    return expect
      .poll(() => anna.editor.view.dom.querySelector(".section-text__caret"))
      .toMatchObject({ textContent: "<b>Bruno</b>" })
      .then(() => {
        expect(anna.editor.view.dom.querySelector(".section-text__caret")?.getAttribute("aria-hidden")).toBe(
          "true",
        );
      });
  });
});

describe("pasting", () => {
  it("puts several paragraphs into a cell as lines of it", () => {
    const anna = open("| A | B |\n|---|---|\n| c | d |");
    anna.caretAfter("c");
    anna.editor.view.pasteHTML("<p>uno</p><ul><li>due</li></ul>");
    expect(anna.text()).toBe("A\tB\ncuno due\td");
  });

  it("puts a table after the text, whole", () => {
    const anna = open("prima\n\ndopo");
    anna.caretAfter("prima");
    anna.editor.view.pasteHTML("<table><tr><th>A</th><th>B</th></tr><tr><td>c</td></tr></table>");
    expect(anna.text()).toContain("A\tB\nc\t");
  });

  it("[T27] brings no dangerous link into the text", () => {
    const anna = open("");
    anna.editor.view.pasteHTML(
      '<p><a href="javascript:alert(1)">qui</a> <a href="https://esempio.it">là</a></p>',
    );
    expect(anna.text()).toBe("qui là");
    expect([...anna.editor.view.dom.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual([
      "https://esempio.it/",
    ]);
  });
});

describe("[T21] a change that the editor cannot show", () => {
  it("is not deleted by an editor that was parted from the text in time", () => {
    const anna = open("testo");
    anna.caretAfter("testo");
    anna.doc.on("beforeObserverCalls", () => detachBinding(anna.editor));
    anna.doc.transact(() => anna.fragment.insert(0, [new Y.XmlElement("callout")]), "remote");
    anna.type("!");
    anna.editor.view.dispatch(
      anna.editor.state.tr.setSelection(TextSelection.atStart(anna.editor.state.doc)),
    );
    expect(anna.fragment.toString()).toContain("<callout>");
    expect(anna.writes).toEqual([]);
    anna.editor.destroy();
    expect(anna.writes).toEqual([]);
  });

  it("would be deleted for everybody otherwise", () => {
    const anna = open("testo");
    anna.doc.transact(() => anna.fragment.insert(0, [new Y.XmlElement("callout")]), "remote");
    expect(anna.fragment.toString()).not.toContain("<callout>");
  });
});
