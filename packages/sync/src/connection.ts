import type { Viewer } from "@upiao/identity";
import * as decoding from "lib0/decoding";
import type { RawData, WebSocket } from "ws";
import type { Authority } from "./authority.ts";
import { Bucket } from "./bucket.ts";
import { Closing } from "./closing.ts";
import {
  accessFrame,
  askFrame,
  awarenessFrame,
  deniedFrame,
  durableFrame,
  Message,
  missingFrame,
  Step,
} from "./frames.ts";
import { perConnection, slowBytes, tooSlowBytes } from "./limits.ts";
import type { Room } from "./room.ts";
import { stampOf } from "./stamp.ts";

export interface ConnectionOptions {
  readonly socket: WebSocket;
  readonly room: Room;
  readonly authority: Authority;
  /** The client asked for our own messages. */
  readonly wantsOwnMessages: boolean;
  readonly isOldClient: boolean;
  /** Whether the person's and the address's allowance take this many messages more. */
  readonly mayCost: (viewer: Viewer, messages: number) => boolean;
  readonly onAwareness: (room: Room, message: Uint8Array) => void;
  readonly onFault: (error: unknown) => void;
}

/** One client in one section. Messages are handled in the order in which they come, and at each the rights
 *  that hold at that moment count. */
export class Connection {
  readonly isOldClient: boolean;
  private authority: Authority;
  private readonly bucket = new Bucket(perConnection);
  /** For each text message not yet acknowledged, whether it is durable. */
  private waiting: { done: boolean }[] = [];
  private durable = 0;
  private answered = true;
  private ended = false;
  private paused = false;

  constructor(private readonly options: ConnectionOptions) {
    this.authority = options.authority;
    this.isOldClient = options.isOldClient;
    const { socket, room } = options;
    socket.on("message", (data, isBinary) => this.guard(() => this.receive(data, isBinary)));
    socket.on("pong", () => {
      this.answered = true;
    });
    room.connections.add(this);
    this.sayAccess();
    if (this.mayWrite) this.send(askFrame(room.stateVector()));
    const present = room.awareness.everything();
    if (present) this.send(awarenessFrame(present));
  }

  get viewer(): Viewer {
    return this.authority.viewer;
  }

  get rights(): Authority {
    return this.authority;
  }

  get room(): Room {
    return this.options.room;
  }

  /** New rights, from now on. A client that may write again is asked for what it has. */
  renew(authority: Authority): void {
    const couldWrite = this.mayWrite;
    const changed = authority.access !== this.authority.access || authority.reason !== this.authority.reason;
    this.authority = authority;
    if (changed) this.sayAccess();
    if (this.mayWrite && !couldWrite) this.send(askFrame(this.room.stateVector()));
  }

  send(frame: Uint8Array): void {
    const { socket } = this.options;
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > tooSlowBytes) this.end(new Closing("tooSlow", "too slow"));
    else socket.send(frame);
  }

  /** For what is stale a moment later. */
  sendIfQuick(frame: Uint8Array): void {
    if (this.options.socket.bufferedAmount < slowBytes) this.send(frame);
  }

  /** What comes from now on stays with the client, which is about to be sent away. */
  pause(): void {
    this.paused = true;
  }

  end(closing: Closing): void {
    if (this.ended) return;
    this.ended = true;
    if (closing.code === 4403) this.send(deniedFrame(closing.message));
    this.options.socket.close(closing.code, closing.message);
  }

  /** False when the client has not answered since the last time: its network is gone. */
  isAlive(): boolean {
    const { socket } = this.options;
    const alive = this.answered;
    this.answered = false;
    if (alive && socket.readyState === socket.OPEN) socket.ping();
    return alive;
  }

  terminate(): void {
    this.options.socket.terminate();
  }

  private get mayWrite(): boolean {
    return this.authority.access === "EDIT";
  }

  private guard(handle: () => void): void {
    if (this.ended || this.paused) return;
    try {
      handle();
    } catch (error) {
      if (error instanceof Closing) return this.end(error);
      this.options.onFault(error);
      this.end(new Closing("tryAgainLater", "internal error"));
    }
  }

  private receive(data: RawData, isBinary: boolean): void {
    if (!isBinary || !(data instanceof Uint8Array)) throw new Closing("malformed", "text frame");
    const cost = 1 + Math.floor(data.length / 16_384);
    if (!this.bucket.take(cost) || !this.options.mayCost(this.viewer, cost)) {
      throw new Closing("tooMany", "too many messages");
    }
    if (this.viewer.sessionExpiresAt.getTime() < Date.now())
      throw new Closing("notAuthenticated", "the session has ended");
    // A copy: the document outlives the socket's buffer, of which this is a part.
    const decoder = decoding.createDecoder(Uint8Array.from(data));
    switch (read(() => decoding.readVarUint(decoder))) {
      case Message.sync:
        return this.onSync(decoder);
      case Message.awareness:
        return this.onAwareness(read(() => decoding.readVarUint8Array(decoder)));
      case Message.queryAwareness: {
        const present = this.room.awareness.everything();
        if (present) this.send(awarenessFrame(present));
        return;
      }
      default:
        throw new Closing("malformed", "unknown message");
    }
  }

  /** Nothing is relayed here: others receive an update from the log, after its commit, so nobody sees a
   *  sentence that a crash would take back. */
  private onSync(decoder: decoding.Decoder): void {
    const step = read(() => decoding.readVarUint(decoder));
    const payload = read(() => decoding.readVarUint8Array(decoder));
    if (step === Step.stateVector) {
      this.send(missingFrame(read(() => this.room.missingSince(payload))));
      return;
    }
    if (step !== Step.missing && step !== Step.update) throw new Closing("malformed", "unknown sync step");
    if (!this.mayWrite) {
      // A healthy reader repeats what everybody has; whatever adds to it is an attempt to write.
      if (read(() => this.room.knows(payload))) return;
      throw new Closing("notAllowed", "read only");
    }
    const entry = { done: false };
    this.waiting.push(entry);
    const submitted = read(() => this.room.submit(payload, this));
    void submitted.then((isDurable) => {
      entry.done = isDurable;
      if (isDurable) this.acknowledge();
      else this.send(askFrame(this.room.stateVector()));
    });
  }

  private acknowledge(): void {
    const first = this.waiting.findIndex((entry) => !entry.done);
    const count = first === -1 ? this.waiting.length : first;
    if (count === 0) return;
    this.waiting.splice(0, count);
    this.durable += count;
    if (this.options.wantsOwnMessages) this.send(durableFrame(this.durable));
  }

  private onAwareness(message: Uint8Array): void {
    const others = read(() => this.room.awareness.hear(message, this, stampOf(this.authority)));
    if (!others) return;
    this.room.relayAwareness(others, this);
    this.options.onAwareness(this.room, others);
  }

  private sayAccess(): void {
    const { access, reason } = this.authority;
    if (this.options.wantsOwnMessages) this.send(accessFrame(access, reason));
  }
}

/** Whatever the decoders throw, the message was malformed. */
function read<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof Closing) throw error;
    throw new Closing("malformed", "malformed message");
  }
}
