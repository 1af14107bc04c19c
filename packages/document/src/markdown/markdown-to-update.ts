import { prosemirrorJSONToYXmlFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { fragmentName, schema } from "../schema.ts";
import { blocksOfMarkdown } from "./blocks-of-markdown.ts";

/** A Markdown text as the first update of a section. The same text under the same client id gives the same
 *  bytes, so a seed that runs twice writes nothing twice. */
export function markdownToUpdate(markdown: string, clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const json = { type: "doc", content: blocksOfMarkdown(markdown) };
  prosemirrorJSONToYXmlFragment(schema, json, doc.getXmlFragment(fragmentName));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
