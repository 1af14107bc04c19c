import { isSuggestionKey } from "@upiao/document";
import * as Y from "yjs";

/** Whether a change that has come takes away the marks of something that this person proposes: it was accepted, or
 *  rejected. Before Yjs forgets what is deleted. */
export function isDecision({ doc, deleteSet }: Y.Transaction, isMine: (client: number) => boolean): boolean {
  for (const [client, ranges] of deleteSet.clients) {
    if (!isMine(client)) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at]!;
        if (struct.id.clock >= clock + len) break;
        const content = struct instanceof Y.Item ? struct.content : null;
        if (content instanceof Y.ContentFormat && isSuggestionKey(content.key)) return true;
      }
    }
  }
  return false;
}
