import type { Duplex } from "node:stream";
import { reaches } from "@upiao/domain";
import type { Viewer } from "@upiao/identity";
import * as decoding from "lib0/decoding";
import type { RawData, WebSocket } from "ws";
import type { Authority } from "./authority.ts";
import type { Stamp } from "./awareness.ts";
import { Bucket } from "./bucket.ts";
import { Closing } from "./closing.ts";
import {
  accessFrame,
  askFrame,
  awarenessFrame,
  beatFrame,
  deniedFrame,
  durableFrame,
  Message,
  missingFrame,
  Step,
  unsavedFrame,
  updateFrame,
} from "./frames.ts";
import {
  bytesOfOneMessage,
  largestStateVectorBytes,
  mostBeatsHeldUp,
  mostCostOfAnswer,
  mostIncomplete,
  mostUnsavedBytes,
  perConnection,
  questionsPerConnection,
  slowBytes,
  tooSlowBytes,
} from "./limits.ts";
import { Outbox } from "./outbox.ts";
import type { Room } from "./room.ts";
import { pingFrame, socketFrame } from "./socket-frame.ts";
import { stampOf } from "./stamp.ts";

/** What a connection asks of its node. */
export interface Door {
  /** Whether the person's and the address's allowance take this many messages more. */
  mayCost(viewer: Viewer, address: string, messages: number, now: number): boolean;
  /** Nothing more may be kept for the database just now. */
  readonly isFull: boolean;
  readonly isDatabaseAway: boolean;
  onAwareness(room: Room): void;
  onFault(error: unknown): void;
}

export interface ConnectionOptions {
  readonly socket: WebSocket;
  /** The same, below its protocol: frames that go to many are written to it as they are. */
  readonly stream: Duplex;
  readonly room: Room;
  readonly authority: Authority;
  readonly address: string;
  /** The client asked for our own messages. */
  readonly wantsOwnMessages: boolean;
  readonly isOldClient: boolean;
  readonly door: Door;
}

/** A text message that waits to be acknowledged. */
export interface Receipt {
  readonly connection: Connection;
  /** That wait for a commit. */
  bytes: number;
  /** To a question for all that the client has. */
  readonly isAnswer: boolean;
  isDurable: boolean;
  /** It rested on what had not come. */
  isPassedOver: boolean;
}

const beat = Buffer.concat([pingFrame(), socketFrame(beatFrame)]);

/** One client in one section. Messages are handled in the order in which they come, and at each the rights
 *  that hold at that moment count. */
export class Connection {
  private authority: Authority;
  private stamp: Stamp;
  private readonly bucket = new Bucket(perConnection);
  private readonly outbox: Outbox;
  private receipts: Receipt[] = [];
  private unsavedBytes = 0;
  private durable = 0;
  private answered = true;
  /** Beats since the last one that has left for the network. */
  private beatsHeldUp = 0;
  /** The client has been asked for all that it has and has not answered yet. */
  private isAsked = false;
  private readonly questions = new Bucket(questionsPerConnection);
  private passedOver = 0;
  private ended = false;
  private isLeaving = false;

  constructor(private readonly options: ConnectionOptions) {
    this.authority = options.authority;
    this.stamp = stampOf(options.authority);
    this.outbox = new Outbox(options.stream);
    const { socket, room, door } = options;
    socket.on("message", (data, isBinary) => this.guard(() => this.receive(data, isBinary)));
    socket.on("ping", (data) => this.guard(() => this.pong(data)));
    socket.on("pong", () => {
      this.answered = true;
    });
    room.connections.add(this);
    this.sayAccess();
    if (door.isDatabaseAway) this.sayStorage(true);
    if (this.mayWrite) this.ask();
    this.sayPresent();
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

  get hasEnded(): boolean {
    return this.ended || this.options.socket.readyState !== this.options.socket.OPEN;
  }

  /** What it writes has to stand beside the adopted words. */
  get mayOnlyPropose(): boolean {
    return this.authority.access === "PROPOSE";
  }

  get isOldClient(): boolean {
    return this.options.isOldClient;
  }

  /** New rights, from now on. A client that may write again is asked for what it has. */
  renew(authority: Authority): void {
    const couldWrite = this.mayWrite;
    const changed = authority.access !== this.authority.access || authority.reason !== this.authority.reason;
    this.authority = authority;
    this.stamp = stampOf(authority);
    if (changed) {
      this.sayAccess();
      this.room.forgetProposals();
    }
    if (this.mayWrite && !couldWrite) this.ask();
  }

  send(message: Uint8Array): void {
    this.sendFrame(socketFrame(message));
  }

  /** A frame that goes to many, made once. */
  sendFrame(frame: Buffer): void {
    const { socket } = this.options;
    if (socket.readyState !== socket.OPEN) return;
    if (this.outbox.waitingBytes > tooSlowBytes) this.end(new Closing("tooSlow", "too slow"));
    else this.outbox.put(frame);
  }

  /** For what is stale a moment later. */
  sendFrameIfQuick(frame: Buffer): void {
    if (this.outbox.waitingBytes < slowBytes) this.sendFrame(frame);
  }

  /** What waits for the database is nowhere but with its writers and here: they are told. */
  sayStorage(isAway: boolean): void {
    if (this.options.wantsOwnMessages) this.send(unsavedFrame(isAway));
  }

  /** What this message rests on was refused or never came. It is not kept: the client is asked for all that it has, unless
   *  its answer to such a question is on its way. */
  passOver(receipt: Receipt): void {
    receipt.isPassedOver = true;
    this.unsavedBytes -= receipt.bytes;
    receipt.bytes = 0;
    const isPatient = ++this.passedOver <= mostIncomplete;
    if (isPatient && this.isAsked) return;
    if (isPatient && this.questions.take(1)) this.ask();
    else this.end(new Closing("malformed", "rests on what never comes"));
  }

  /** One or more receipts are durable: says how many are, in their order. */
  acknowledge(): void {
    if (this.passedOver > 0) this.settlePassedOver();
    let count = 0;
    while (this.receipts[count]?.isDurable) this.unsavedBytes -= this.receipts[count++]!.bytes;
    if (count === 0) return;
    this.receipts = this.receipts.slice(count);
    this.durable += count;
    if (this.options.wantsOwnMessages) this.send(durableFrame(this.durable));
    this.readOn();
  }

  /** Reads again, if it stopped because too much was waiting. */
  readOn(): void {
    const { socket, door } = this.options;
    if (!socket.isPaused || door.isFull) return;
    if (this.unsavedBytes < mostUnsavedBytes.ofConnection / 2) socket.resume();
  }

  /** What comes from now on stays with the client, which is about to be sent away. */
  leave(): void {
    this.isLeaving = true;
  }

  end(closing: Closing): void {
    if (this.ended) return;
    this.ended = true;
    if (closing.code === 4403) this.send(deniedFrame(closing.message));
    this.outbox.send();
    const { socket } = this.options;
    // Its answer to the close could not be read.
    if (socket.isPaused) socket.resume();
    socket.close(closing.code, closing.message);
  }

  /** Keeps the line alive. False when the client has not answered the last one: its network is gone. One that is still
   *  behind what a slow line carries cannot be answered, and is waited for. */
  beat(): boolean {
    const { socket } = this.options;
    // Nothing is read from it, so no answer either.
    if (socket.isPaused) return true;
    if (this.beatsHeldUp > 0) return ++this.beatsHeldUp <= mostBeatsHeldUp;
    const alive = this.answered;
    this.answered = false;
    if (alive) this.sendBeat();
    return alive;
  }

  terminate(): void {
    this.options.socket.terminate();
  }

  private sendBeat(): void {
    this.beatsHeldUp = 1;
    this.sendFrame(beat);
    this.outbox.send(() => {
      this.beatsHeldUp = 0;
    });
  }

  private ask(): void {
    this.isAsked = true;
    this.send(askFrame(this.room.stateVector()));
  }

  /** An answer has all that its client had written by then, so with it what was passed over before is durable. */
  private settlePassedOver(): void {
    const last = this.receipts.findLastIndex(({ isAnswer, isDurable }) => isAnswer && isDurable);
    for (const receipt of this.receipts.slice(0, last + 1)) {
      if (!receipt.isPassedOver || receipt.isDurable) continue;
      receipt.isDurable = true;
      this.passedOver--;
    }
  }

  private get mayWrite(): boolean {
    return reaches(this.authority.access, "PROPOSE");
  }

  private guard(handle: () => void): void {
    if (this.ended || this.isLeaving) return;
    try {
      handle();
    } catch (error) {
      if (error instanceof Closing) return this.end(error);
      this.options.door.onFault(error);
      this.end(new Closing("tryAgainLater", "internal error"));
    }
  }

  /** Not by `ws` itself, which would go on for a client that asks without end and reads no answer. */
  private pong(data: Buffer): void {
    this.count(1);
    this.options.socket.pong(data);
  }

  private count(cost: number): void {
    const { door, address } = this.options;
    const now = performance.now();
    if (!this.bucket.take(cost, now) || !door.mayCost(this.viewer, address, cost, now))
      throw new Closing("tooMany", "too many messages");
  }

  private receive(data: RawData, isBinary: boolean): void {
    if (!isBinary || !(data instanceof Uint8Array)) throw new Closing("malformed", "text frame");
    this.count(1 + Math.floor(data.length / bytesOfOneMessage));
    if (this.viewer.sessionExpiresAt.getTime() < Date.now())
      throw new Closing("notAuthenticated", "the session has ended");
    const { type, step, payload } = read(data, readMessage);
    switch (type) {
      case Message.sync:
        return this.onSync(step, payload);
      case Message.awareness:
        return this.onAwareness(payload);
      case Message.queryAwareness:
        return this.sayPresent();
      default:
        throw new Closing("malformed", "unknown message");
    }
  }

  /** Nothing is relayed here: others receive an update from the log, after its commit, so nobody sees a
   *  sentence that a crash would take back. */
  private onSync(step: number, payload: Uint8Array): void {
    if (step === Step.stateVector) return this.answer(payload);
    if (step !== Step.missing && step !== Step.update) throw new Closing("malformed", "unknown sync step");
    if (!this.mayWrite) {
      // A healthy reader repeats what everybody has; whatever adds to it is an attempt to write.
      if (read(payload, (update) => this.room.knows(update))) return;
      throw new Closing("notAllowed", "read only");
    }
    const isAnswer = step === Step.missing;
    if (isAnswer) this.isAsked = false;
    const bytes = payload.length;
    const receipt: Receipt = { connection: this, bytes, isAnswer, isDurable: false, isPassedOver: false };
    this.receipts.push(receipt);
    this.unsavedBytes += payload.length;
    read(payload, (update) => this.room.submit(update, receipt));
    if (this.unsavedBytes > mostUnsavedBytes.ofConnection || this.options.door.isFull)
      this.options.socket.pause();
  }

  /** The last part is the answer itself, so that whoever waits for it has everything. */
  private answer(stateVector: Uint8Array): void {
    if (stateVector.length > largestStateVectorBytes) throw new Closing("tooLarge", "state vector too large");
    const parts = read(stateVector, (vector) => this.room.missingSince(vector));
    this.pay(parts.reduce((bytes, part) => bytes + part.length, 0));
    parts.forEach((part, index) => {
      this.send(index === parts.length - 1 ? missingFrame(part) : updateFrame(part));
    });
  }

  private onAwareness(message: Uint8Array): void {
    const { room, door } = this.options;
    if (read(message, (entries) => room.awareness.hear(entries, this, this.stamp))) door.onAwareness(room);
  }

  private sayPresent(): void {
    const present = this.room.awareness.everything();
    if (!present) return;
    this.pay(present.length);
    this.send(awarenessFrame(present));
  }

  private pay(answerBytes: number): void {
    const cost = Math.min(mostCostOfAnswer, Math.floor(answerBytes / bytesOfOneMessage));
    if (!this.bucket.take(cost)) throw new Closing("tooMany", "too many questions");
  }

  private sayAccess(): void {
    const { access, reason } = this.authority;
    if (this.options.wantsOwnMessages) this.send(accessFrame(access, reason));
  }
}

interface ReadMessage {
  readonly type: number;
  /** Of a message of the sync protocol. */
  readonly step: number;
  readonly payload: Uint8Array;
}

const nothing = new Uint8Array();

function readMessage(data: Uint8Array): ReadMessage {
  // A copy: the text outlives the socket's buffer, of which this is a part.
  const decoder = decoding.createDecoder(new Uint8Array(data));
  const type = decoding.readVarUint(decoder);
  if (type !== Message.sync && type !== Message.awareness) return { type, step: 0, payload: nothing };
  const step = type === Message.sync ? decoding.readVarUint(decoder) : 0;
  return { type, step, payload: decoding.readVarUint8Array(decoder) };
}

/** Whatever the decoders throw, the message was malformed. */
function read<T>(bytes: Uint8Array, decode: (bytes: Uint8Array) => T): T {
  try {
    return decode(bytes);
  } catch (error) {
    if (error instanceof Closing) throw error;
    throw new Closing("malformed", "malformed message");
  }
}
