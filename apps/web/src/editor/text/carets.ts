import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import type { Awareness } from "y-protocols/awareness";
import { colorOf } from "../sitting/people.ts";

/** Where the others write: a line with their name on it. Colours are set on the element, not as a `style`
 *  attribute, which the Content-Security-Policy refuses. */
export function caretsOf(awareness: Awareness, name: string) {
  return CollaborationCaret.configure({
    provider: { awareness },
    // The server puts in its place who this really is.
    user: { name },
    render: ({ name: who, color }) => caretOf(String(who), colorOf(color)),
    // ProseMirror sets this one by script too.
    selectionRender: ({ color }) => ({
      class: "section-text__selection",
      style: `background-color: ${colorOf(color)}33`,
    }),
  });
}

/** Hidden from screen readers: it stands in the middle of the sentence, and who is here is listed beside it. */
function caretOf(name: string, color: string): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "section-text__caret";
  caret.setAttribute("aria-hidden", "true");
  caret.style.borderColor = color;
  const label = document.createElement("span");
  label.className = "section-text__caret-name";
  label.style.backgroundColor = color;
  label.append(name);
  caret.append(label);
  return caret;
}
