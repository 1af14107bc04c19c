import type { Duplex } from "node:stream";

/** What one connection is to be sent. All that is put in within one turn of the event loop leaves in one write, since
 *  each write costs more than the few bytes that it carries. */
export class Outbox {
  private static full: Outbox[] = [];
  private frames: Buffer[] = [];
  private bytes = 0;

  constructor(private readonly socket: Duplex) {}

  /** Bytes that wait here or in the socket for a slow reader. */
  get waitingBytes(): number {
    return this.bytes + this.socket.writableLength;
  }

  put(frame: Buffer): void {
    this.bytes += frame.length;
    if (this.frames.push(frame) > 1) return;
    if (Outbox.full.push(this) === 1) setImmediate(Outbox.sendAll);
  }

  /** Now, before something that goes to the socket directly. `onSent`: the last of it has left for the network. */
  send(onSent?: () => void): void {
    const { frames, socket } = this;
    if (frames.length === 0) return;
    this.frames = [];
    this.bytes = 0;
    if (socket.writable) socket.write(frames.length === 1 ? frames[0] : Buffer.concat(frames), onSent);
  }

  private static readonly sendAll = () => {
    const outboxes = Outbox.full;
    Outbox.full = [];
    for (const outbox of outboxes) outbox.send();
  };
}
