import { type AwarenessEntry, readAwareness, type Stamp, stampState, writeAwareness } from "./awareness.ts";
import { Closing } from "./closing.ts";
import { awarenessMs, largestClock } from "./limits.ts";

/** Who brought an entry: a connection here, or another node. */
type Origin = object | string;

interface Known {
  clock: number;
  state: string;
  origin: Origin | null;
  /** Our clock is beyond its client's own: sent back, an older state would look newer to it than what it has. */
  isAhead: boolean;
  /** Whose the client id is; another's connection may not use it as long as the room is open. */
  userId: string | null;
  at: number;
}

interface Change extends AwarenessEntry {
  readonly origin: Origin;
  readonly isAhead: boolean;
}

/** What has changed since the last window. */
export interface AwarenessChanges {
  /** For everybody who may hear of themselves: a client passes over what it has said itself. */
  readonly all: Uint8Array;
  /** Connections that must not be told of themselves, and what each is told instead: null when nothing is left. */
  readonly apart: ReadonlyMap<object, Uint8Array | null>;
  /** What the other nodes are to be told; null when it came from them. */
  readonly own: Uint8Array | null;
}

/** Cursors and presence of one section: the latest state of each client id, with clocks of our own, so that
 *  whoever comes back under the same id is seen at once. Never stored. */
export class RoomAwareness {
  private readonly known = new Map<number, Known>();
  /** Client ids with news, and who brought them. */
  private readonly changed = new Map<number, Origin>();

  /** What a connection says of itself. Answers whether it is news. A stock client repeats what it hears of others: that is
   *  passed over, as is a claim on another person's id. */
  hear(message: Uint8Array, connection: object, user: Stamp): boolean {
    let isNews = false;
    for (const entry of readAwareness(message)) {
      const known = this.known.get(entry.clientId);
      const own = known ? known.origin === connection : !this.speaks(connection) && entry.state !== "null";
      const again = known?.origin === null && known.userId === user.id && !this.speaks(connection);
      if (!own && !again) continue;
      if (entry.clock > largestClock) throw new Closing("malformed", "awareness clock out of bounds");
      const state = stampState(entry.state, user);
      const clock = Math.max(entry.clock, (known?.clock ?? 0) + 1);
      const isAhead = clock > entry.clock;
      const userId = user.id;
      this.known.set(entry.clientId, { clock, state, origin: connection, isAhead, userId, at: Date.now() });
      this.changed.set(entry.clientId, connection);
      isNews = true;
    }
    return isNews;
  }

  /** What another node relays: stamped there. */
  hearFromNode(message: Uint8Array, node: string): void {
    for (const { clientId, clock, state } of readAwareness(message)) {
      const origin = state === "null" ? null : node;
      const userId = this.userOf(state, clientId);
      this.known.set(clientId, { clock, state, origin, isAhead: false, userId, at: Date.now() });
      this.changed.set(clientId, node);
    }
  }

  /** The connection has gone. Answers whether anybody knew it. */
  forget(connection: object): boolean {
    return this.remove((known) => known.origin === connection);
  }

  /** Entries of other nodes that nobody renews any more. */
  forgetSilent(now: number): boolean {
    return this.remove((known) => typeof known.origin === "string" && now - known.at > awarenessMs);
  }

  everything(): Uint8Array | null {
    return this.write(() => true);
  }

  /** Who is here on this node. */
  own(): Uint8Array | null {
    return this.write(({ origin }) => typeof origin !== "string");
  }

  /** The window is over: the latest of each, once. Null when nothing has changed. */
  takeChanges(): AwarenessChanges | null {
    if (this.changed.size === 0) return null;
    const entries = [...this.changed].map(([clientId, origin]): Change => {
      const { clock, state, isAhead } = this.known.get(clientId)!;
      return { clientId, clock, state, origin, isAhead };
    });
    this.changed.clear();
    const written = (chosen: readonly AwarenessEntry[]) =>
      chosen.length > 0 ? writeAwareness(chosen) : null;
    const apart = new Map<object, Uint8Array | null>();
    for (const { origin, isAhead } of entries) {
      if (isAhead && typeof origin !== "string" && !apart.has(origin))
        apart.set(origin, written(entries.filter((entry) => entry.origin !== origin)));
    }
    const fromNodes = entries.some(({ origin }) => typeof origin === "string");
    const all = writeAwareness(entries);
    return {
      all,
      apart,
      own: fromNodes ? written(entries.filter(({ origin }) => typeof origin !== "string")) : all,
    };
  }

  private write(isMeant: (known: Known) => boolean): Uint8Array | null {
    const entries = [...this.known].flatMap(([clientId, known]) =>
      known.state !== "null" && isMeant(known) ? [{ clientId, clock: known.clock, state: known.state }] : [],
    );
    return entries.length > 0 ? writeAwareness(entries) : null;
  }

  private remove(isGone: (known: Known) => boolean): boolean {
    let isNews = false;
    for (const [clientId, known] of this.known) {
      if (known.origin === null || !isGone(known)) continue;
      this.changed.set(clientId, known.origin);
      known.clock++;
      known.state = "null";
      known.origin = null;
      isNews = true;
    }
    return isNews;
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
