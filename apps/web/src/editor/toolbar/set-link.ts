import type { Editor } from "@tiptap/core";

/** Makes the chosen words a link, or the link at the caret another one; where there are no words, these are written. */
export function setLink(editor: Editor, href: string, words: string): void {
  const { doc, selection } = editor.state;
  const hasWords = doc.textBetween(selection.from, selection.to).trim() !== "";
  if (!hasWords && !editor.isActive("link")) {
    const text = { type: "text", text: words, marks: [{ type: "link", attrs: { href } }] };
    editor.commands.insertContentAt(selection.from, text);
  } else {
    editor.chain().extendMarkRange("link").setMark("link", { href }).run();
  }
}
