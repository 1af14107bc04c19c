import type { Awareness } from "y-protocols/awareness";
import type { WebsocketProvider } from "y-websocket";

interface AwarenessChanges {
  readonly added: number[];
  readonly updated: number[];
  readonly removed: number[];
}

/** The provider sends back all that it hears of others, for servers that do not remember who is there; ours would pass it
 *  over, and with many in a section it is most of what they send. */
export function tellOfOneselfOnly(provider: WebsocketProvider, awareness: Awareness): void {
  const tell = provider._awarenessUpdateHandler;
  const own = awareness.clientID;
  awareness.off("update", tell);
  awareness.on("update", ({ added, updated, removed }: AwarenessChanges, origin: unknown) => {
    if ([...added, ...updated, ...removed].includes(own))
      tell({ added: [], updated: [own], removed: [] }, origin);
  });
}
