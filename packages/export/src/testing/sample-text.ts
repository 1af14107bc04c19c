import { canonicalText, fragmentName, markdownToUpdate, type TextJson } from "@upiao/document";
import * as Y from "yjs";

export function fragmentOf(markdown: string): Y.XmlFragment {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, markdownToUpdate(markdown, 1));
  return doc.getXmlFragment(fragmentName);
}

/** A text as a frozen version has it. */
export function textOf(markdown: string): TextJson {
  return JSON.parse(canonicalText(fragmentOf(markdown)));
}
