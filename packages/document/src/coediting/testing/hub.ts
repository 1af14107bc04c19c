import * as Y from "yjs";
import { foldUpdates } from "../fold-updates.ts";
import type { Peer } from "./peer.ts";

const nothing = Uint8Array.of(0, 0);

/** The log of a section and the wires to its writers: everything is relayed in the form in which it was sent,
 *  as the sync server does, and a writer who returns answers what the log lacks before he reads it. */
export class Hub {
  private log: Uint8Array[] = [];
  private readonly wires = new Map<Peer, Uint8Array[]>();

  constructor(seed: Uint8Array) {
    this.log.push(seed);
  }

  /** What the log has now. */
  get updates(): readonly Uint8Array[] {
    return this.log;
  }

  isConnected(peer: Peer): boolean {
    return this.wires.has(peer);
  }

  connect(peer: Peer): void {
    if (this.wires.has(peer)) return;
    this.wires.set(peer, []);
    this.compare(peer);
  }

  /** Each asks what the other lacks. */
  compare(peer: Peer): void {
    const wire = this.wires.get(peer);
    if (!wire) return;
    const log = Y.mergeUpdates(this.log);
    wire.push(Y.diffUpdate(log, Y.encodeStateVector(peer.doc)));
    this.append(peer.missingSince(Y.encodeStateVectorFromUpdate(log)), peer);
  }

  /** What is on the wire is lost with it. */
  disconnect(peer: Peer): void {
    this.wires.delete(peer);
  }

  append(update: Uint8Array, from: Peer): void {
    if (update.length === nothing.length) return;
    this.log.push(update);
    for (const [peer, wire] of this.wires) if (peer !== from) wire.push(update);
  }

  fold(): void {
    this.log = [foldUpdates(this.log)];
  }

  waitingFor(peer: Peer): number {
    return this.wires.get(peer)?.length ?? 0;
  }

  /** Hands over one of the waiting updates, and leaves it on the wire when it is to arrive twice. */
  deliver(peer: Peer, index: number, twice: boolean): void {
    const wire = this.wires.get(peer);
    if (!wire || wire.length === 0) return;
    const at = index % wire.length;
    const update = wire[at]!;
    if (!twice) wire.splice(at, 1);
    peer.receive(update);
  }
}
