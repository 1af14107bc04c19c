import { TextShape } from "@upiao/document";
import * as Y from "yjs";
import { Closing } from "./closing.ts";
import { DeletedRanges } from "./deleted-ranges.ts";
import { fitShape, noteShape } from "./fit-shape.ts";
import { largestClock, mostWriters } from "./limits.ts";
import { decodeWhole, requireSound } from "./sound-update.ts";
import { TextParts } from "./text-parts.ts";

/** The clock from which on each client's next piece would be new. */
export type Clocks = Map<number, number>;

/** What an update would change. */
export type Weighing =
  /** Everything in it is known already. */
  | { readonly kind: "NOTHING_NEW" }
  /** It rests on pieces that nobody has sent: to keep it would leave every reader waiting for them. */
  | { readonly kind: "INCOMPLETE" }
  | ({ readonly kind: "NEW" } & Addition);

/** The new part of an update. */
export interface Addition {
  readonly bytes: Uint8Array;
  /** The client ids under which it adds text, and the clock at which each ends. */
  readonly writers: ReadonlyMap<number, number>;
  readonly deletions: Deletions;
  readonly shape: TextShape;
}

type Deletions = ReturnType<typeof Y.decodeUpdate>["ds"]["clients"];

/** The text of a section as bytes, without a document of objects, and what it takes to know what is new to it. */
export class SectionText {
  readonly parts = new TextParts();
  private readonly clocks: Clocks = new Map();
  private readonly deleted = new DeletedRanges();
  private readonly shape = new TextShape();
  /** What the text begins with, as long as nobody has written: most who open a section read it, and to look at each of its
   *  pieces takes longer than all else. */
  private unread: Uint8Array | null = null;

  /** Adds what the log has; answers the clocks that it ends at. */
  add(update: Uint8Array): Clocks {
    const ends = this.note(update);
    this.parts.add(update);
    return ends;
  }

  /** Adds what was weighed and has been logged since. */
  addWeighed({ bytes, writers, deletions }: Addition): void {
    this.noteEnds(writers);
    this.noteDeletions(deletions);
    this.parts.add(bytes);
  }

  /** What the log had folded when it was opened. */
  beginWith(snapshot: Uint8Array): Clocks {
    const { to } = Y.parseUpdateMeta(snapshot);
    this.noteEnds(to);
    this.unread = snapshot;
    this.parts.beginWith(snapshot);
    return to;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.clocks);
  }

  /** What a reader with this state vector lacks, in updates to be applied one after the other. Throws when the vector is
   *  none. */
  missingSince(stateVector: Uint8Array): readonly Uint8Array[] {
    // Every page asks now and then, and mostly lacks nothing: but what was deleted no vector tells.
    const has = Y.decodeStateVector(stateVector);
    for (const [client, clock] of this.clocks)
      if ((has.get(client) ?? 0) < clock) return this.parts.missingSince(stateVector);
    this.readThrough();
    return [this.deleted.encode()];
  }

  /** The clocks of what is here, for `weigh`. */
  copyOfClocks(): Clocks {
    return new Map(this.clocks);
  }

  /** It is on its way to the log: what comes behind it may rest on it. */
  expect({ shape }: Addition): void {
    this.shape.take(shape);
  }

  /** What an update says that is not known, given the clocks of what is here or on its way here. Throws when
   *  the bytes are no update, and a `Closing` for what no editor writes. */
  weigh(update: Uint8Array, clocks: Clocks): Weighing {
    const { structs, ds } = decodeWhole(update);
    // With nothing a reader answers our question.
    if (structs.length === 0 && ds.clients.size === 0) return { kind: "NOTHING_NEW" };
    this.readThrough();
    requireSound(structs);
    const writers = new Map<number, number>();
    let overlaps = false;
    for (const struct of structs) {
      const { client, clock } = struct.id;
      const known = writers.get(client) ?? clocks.get(client) ?? 0;
      const end = clock + struct.length;
      if (end > largestClock) throw new Closing("malformed", "clock out of bounds");
      if (end <= known) overlaps = true;
      else if (struct instanceof Y.Skip || clock > known) return { kind: "INCOMPLETE" };
      else {
        overlaps ||= clock < known;
        writers.set(client, end);
      }
    }
    if (writers.size > mostWriters) throw new Closing("malformed", "too many client ids");
    const after = (client: number) => writers.get(client) ?? clocks.get(client) ?? 0;
    for (const struct of structs) {
      if (struct instanceof Y.Item && restsOn(struct).some((id) => id.clock >= after(id.client))) {
        return { kind: "INCOMPLETE" };
      }
    }
    let deletes = false;
    for (const [client, items] of ds.clients) {
      for (const { clock, len } of items) {
        if (clock + len > after(client)) return { kind: "INCOMPLETE" };
        deletes ||= !this.deleted.covers(client, clock, clock + len);
      }
    }
    if (writers.size === 0 && !deletes) return { kind: "NOTHING_NEW" };
    const shape = fitShape(this.shape, structs, clocks);
    // What is known already is cut off: a second version of it, under the same clocks, could take the place
    // of the first when the log is merged.
    const bytes = overlaps ? Y.diffUpdate(update, Y.encodeStateVector(knownOf(structs, clocks))) : update;
    return { kind: "NEW", bytes, writers, deletions: ds.clients, shape };
  }

  private readThrough(): void {
    if (!this.unread) return;
    const { structs, ds } = Y.decodeUpdate(this.unread);
    this.unread = null;
    noteShape(this.shape, structs);
    this.noteDeletions(ds.clients);
  }

  private note(update: Uint8Array): Clocks {
    this.readThrough();
    const { structs, ds } = Y.decodeUpdate(update);
    const ends: Clocks = new Map();
    noteShape(this.shape, structs);
    for (const { id, length } of structs) ends.set(id.client, id.clock + length);
    this.noteEnds(ends);
    this.noteDeletions(ds.clients);
    return ends;
  }

  private noteEnds(ends: ReadonlyMap<number, number>): void {
    for (const [client, end] of ends) this.clocks.set(client, Math.max(end, this.clocks.get(client) ?? 0));
  }

  private noteDeletions(deletions: Deletions): void {
    for (const [client, items] of deletions) {
      this.deleted.add(
        client,
        items.map(({ clock, len }) => ({ from: clock, to: clock + len })),
      );
    }
  }
}

function restsOn(item: Y.Item): Y.ID[] {
  return [item.origin, item.rightOrigin, item.parent].filter((id): id is Y.ID => id instanceof Y.ID);
}

function knownOf(structs: readonly { id: Y.ID }[], clocks: Clocks): Clocks {
  return new Map(structs.map(({ id }) => [id.client, clocks.get(id.client) ?? 0]));
}
