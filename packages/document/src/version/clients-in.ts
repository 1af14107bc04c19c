import type * as Y from "yjs";
import { type ContentNode, isNode, readContent } from "./content.ts";

/** The client ids under which the letters of a text were written. */
export function clientsIn(fragment: Y.XmlFragment): ReadonlySet<number> {
  const clients = new Set<number>();
  for (const node of readContent(fragment)) collect(node, clients);
  return clients;
}

function collect({ client, content }: ContentNode, clients: Set<number>): void {
  clients.add(client);
  for (const item of content) {
    if (isNode(item)) collect(item, clients);
    else clients.add(item.client);
  }
}
