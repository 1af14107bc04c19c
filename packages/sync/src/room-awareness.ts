import { type AwarenessEntry, readAwareness, type Stamp, stampState, writeAwareness } from "./awareness.ts";
import { Closing } from "./closing.ts";
import { awarenessMs, largestClock } from "./limits.ts";

/** Who brought an entry: a connection here, or another node. */
type Origin = object | string;

interface Known {
  clock: number;
  state: string;
  origin: Origin | null;
  /** Whose the client id is; another's connection may not use it as long as the room is open. */
  userId: string | null;
  at: number;
}

/** Cursors and presence of one section: the latest state of each client id, with clocks of our own, so that
 *  whoever comes back under the same id is seen at once. Never stored. */
export class RoomAwareness {
  private readonly known = new Map<number, Known>();

  /** What a connection says of itself, as the others are to receive it; null when it says nothing new. A stock client
   *  repeats what it hears of others: that is passed over, as is a claim on another person's id. */
  hear(message: Uint8Array, connection: object, user: Stamp): Uint8Array | null {
    const entries = readAwareness(message).flatMap((entry): AwarenessEntry[] => {
      const known = this.known.get(entry.clientId);
      const own = known ? known.origin === connection : !this.speaks(connection) && entry.state !== "null";
      const again = known?.origin === null && known.userId === user.id && !this.speaks(connection);
      if (!own && !again) return [];
      if (entry.clock > largestClock) throw new Closing("malformed", "awareness clock out of bounds");
      const state = stampState(entry.state, user);
      const clock = Math.max(entry.clock, (known?.clock ?? 0) + 1);
      this.known.set(entry.clientId, { clock, state, origin: connection, userId: user.id, at: Date.now() });
      return [{ clientId: entry.clientId, clock, state }];
    });
    return entries.length > 0 ? writeAwareness(entries) : null;
  }

  /** What another node relays: stamped there. */
  hearFromNode(message: Uint8Array, node: string): void {
    for (const { clientId, clock, state } of readAwareness(message)) {
      const origin = state === "null" ? null : node;
      this.known.set(clientId, {
        clock,
        state,
        origin,
        userId: this.userOf(state, clientId),
        at: Date.now(),
      });
    }
  }

  /** The connection has gone; the message that tells the others, or null when it had said nothing. */
  forget(connection: object): Uint8Array | null {
    return this.remove((known) => known.origin === connection);
  }

  /** Entries of other nodes that nobody renews any more. */
  forgetSilent(now: number): Uint8Array | null {
    return this.remove((known) => typeof known.origin === "string" && now - known.at > awarenessMs);
  }

  everything(): Uint8Array | null {
    const entries = [...this.known].flatMap(([clientId, { clock, state }]) =>
      state === "null" ? [] : [{ clientId, clock, state }],
    );
    return entries.length > 0 ? writeAwareness(entries) : null;
  }

  private remove(isGone: (known: Known) => boolean): Uint8Array | null {
    const entries: AwarenessEntry[] = [];
    for (const [clientId, known] of this.known) {
      if (known.origin === null || !isGone(known)) continue;
      known.clock++;
      known.state = "null";
      known.origin = null;
      entries.push({ clientId, clock: known.clock, state: "null" });
    }
    return entries.length > 0 ? writeAwareness(entries) : null;
  }

  private speaks(connection: object): boolean {
    for (const known of this.known.values()) if (known.origin === connection) return true;
    return false;
  }

  private userOf(state: string, clientId: number): string | null {
    if (state === "null") return this.known.get(clientId)?.userId ?? null;
    return (JSON.parse(state) as { user: Stamp }).user.id;
  }
}
