import { canonicalText, compareTexts, fragmentName, type TextJson } from "@upiao/document";
import * as Y from "yjs";
import { formats } from "../formats/index.ts";
import type { Press } from "./press.ts";

/** Does it in the thread that asks. */
export const directPress: Press = {
  async readText(update) {
    return JSON.parse(canonicalText(fragmentOf(update))) as TextJson;
  },
  async compare(before, after) {
    return compareTexts(fragmentOf(before), fragmentOf(after));
  },
  async write(format, printable) {
    const { mediaType, write } = formats[format];
    return { bytes: await write(printable), mediaType };
  },
};

function fragmentOf(update: Uint8Array): Y.XmlFragment {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc.getXmlFragment(fragmentName);
}
