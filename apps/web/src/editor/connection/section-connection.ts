import { type Access, accessLevels, closeCodes, finalCloseCodes, ownMessages } from "@upiao/domain";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Awareness } from "y-protocols/awareness";
import * as syncProtocol from "y-protocols/sync";
import { messageSync, WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { countingSocket } from "./counting-socket.ts";
import { retryDelay } from "./retry-delay.ts";
import { type RefusalKind, readOnlyReasonOf, refusalOf, type SaveState } from "./save-state.ts";
import { tellOfOneselfOnly } from "./tell-of-oneself.ts";
import { Wire } from "./wire.ts";

export interface ConnectionOptions {
  /** `wss://…/sync`, without the section. */
  readonly serverUrl: string;
  readonly sectionId: string;
  readonly doc: Y.Doc;
  readonly schemaNumber: number;
  readonly Socket?: typeof WebSocket;
  readonly limits?: Partial<typeof defaultLimits>;
}

const defaultLimits = {
  /** Text that nobody acknowledges for so long is on a socket that only looks alive. */
  stalledMs: 10_000,
  /** A server is asked for a sign of life after so long … */
  quietMs: 12_000,
  /** … and given up after so long. */
  silentMs: 25_000,
  /** A tab that wakes up gets its answer within this, or takes a new socket. */
  wakeMs: 4_000,
  tickMs: 1_000,
  /** Both sides compare what they have, in case something went astray. */
  compareMs: 30_000,
  retryMs: retryDelay,
};

type Events = {
  /** The state, the rights or who is there may have changed. */
  change: () => void;
  synced: () => void;
  saved: () => void;
};

/** The line to the sync server. It keeps y-websocket's stock provider for the protocol and adds what a person
 *  must be able to rely on: what is saved, what they may do, why it ended, and a socket that is really alive. */
export class SectionConnection {
  readonly awareness: Awareness;
  /** Whether there are changes here that the server has not acknowledged. An earlier sitting may have left some. */
  hasUnsaved = false;
  /** Called with each update of the server; `apply` applies it. */
  receive = (_bytes: Uint8Array, apply: () => void): void => apply();
  /** What the server is answered that asks for everything beyond its state vector. */
  missingSince = (stateVector: Uint8Array): Uint8Array =>
    Y.encodeStateAsUpdate(this.options.doc, stateVector);
  /** For each client of this device, up to where its text is known to be durable. */
  readonly durableClocks = new Map<number, number>();
  private readonly provider: WebsocketProvider;
  private readonly limits: typeof defaultLimits;
  private readonly listeners: { [Name in keyof Events]: Set<Events[Name]> } = {
    change: new Set(),
    synced: new Set(),
    saved: new Set(),
  };
  private readonly ticking: ReturnType<typeof setInterval>;
  private retrying: ReturnType<typeof setTimeout> | null = null;
  private wire = new Wire(Date.now());
  private attempts = 0;
  private wasEverOpen = false;
  private hasFailed = false;
  private askedAt = 0;
  private question: { readonly by: number; readonly heard: number } | null = null;
  private mayComeBackAsReader = true;
  private refusal: RefusalKind | null = null;
  private lastAccess: Access | null = null;
  private state: SaveState = { kind: "connecting" };

  constructor(private readonly options: ConnectionOptions) {
    const { doc, schemaNumber, serverUrl, sectionId, Socket = WebSocket } = options;
    this.limits = { ...defaultLimits, ...options.limits };
    this.awareness = new Awareness(doc);
    this.provider = new WebsocketProvider(serverUrl, sectionId, doc, {
      connect: false,
      awareness: this.awareness,
      params: { schema: String(schemaNumber), ack: "1" },
      disableBc: true,
      WebSocketPolyfill: countingSocket(Socket, () => this.begin()),
      // Who is not refused is tried again by our own clock, which spreads people.
      shouldReconnect: () => false,
    });
    tellOfOneselfOnly(this.provider, this.awareness);
    this.listenToProvider();
    doc.on("update", this.onDocUpdate);
    this.ticking = setInterval(() => this.tick(), this.limits.tickMs);
    for (const name of ["online", "pageshow"]) globalThis.addEventListener?.(name, this.wake);
    globalThis.addEventListener?.("offline", this.onOffline);
    globalThis.document?.addEventListener("visibilitychange", this.onVisibility);
  }

  on<Name extends keyof Events>(name: Name, listener: Events[Name]): () => void {
    this.listeners[name].add(listener);
    return () => this.listeners[name].delete(listener);
  }

  connect(): void {
    if (this.refusal) return;
    this.cancelRetry();
    this.provider.connect();
    this.update();
  }

  get saveState(): SaveState {
    return this.state;
  }

  /** What the server lets this person do, by its last word; null until it has said so. */
  get access(): Access | null {
    return this.lastAccess;
  }

  /** The page came to the front, or the network back: is the socket still what it looks like? */
  readonly wake = (): void => {
    if (this.refusal) return;
    const now = Date.now();
    if (!this.provider.wsconnected) {
      // An attempt under way may hang on the network that is gone.
      if (!this.provider.wsconnecting || now - this.wire.movedAt > this.limits.wakeMs) this.reconnect();
      return;
    }
    if (now - this.wire.heardAt > this.limits.silentMs) {
      this.reconnect();
      return;
    }
    this.question ??= { by: now + this.limits.wakeMs, heard: this.wire.heard };
    this.askForLife(now);
  };

  destroy(): void {
    clearInterval(this.ticking);
    this.cancelRetry();
    for (const name of ["online", "pageshow"]) globalThis.removeEventListener?.(name, this.wake);
    globalThis.removeEventListener?.("offline", this.onOffline);
    globalThis.document?.removeEventListener("visibilitychange", this.onVisibility);
    this.options.doc.off("update", this.onDocUpdate);
    for (const listeners of Object.values(this.listeners)) listeners.clear();
    this.provider.destroy();
    this.awareness.destroy();
  }

  private begin() {
    const wire = new Wire(Date.now());
    this.wire = wire;
    this.question = null;
    return {
      onHeard: () => wire.noteHeard(Date.now()),
      // Before the server has asked what we have, a new letter would rest on others that it lacks; the answer
      // brings them all. A reader is never asked.
      maySend: (isAnswer: boolean) => !wire.isReader && (isAnswer || wire.hasAnswered),
      onSent: (isAnswer: boolean) => {
        wire.hasAnswered ||= isAnswer;
        wire.noteSent(this.clocksWith(isAnswer), Date.now());
        this.update();
      },
    };
  }

  /** An answer brings all that is here, an update what this page has just written. */
  private clocksWith(isAnswer: boolean): ReadonlyMap<number, number> {
    const { doc } = this.options;
    if (isAnswer) return Y.decodeStateVector(Y.encodeStateVector(doc));
    return new Map([[doc.clientID, Y.getState(doc.store, doc.clientID)]]);
  }

  private listenToProvider(): void {
    const { provider } = this;
    const stockSync = provider.messageHandlers[messageSync]!;
    provider.messageHandlers[messageSync] = (encoder, decoder, ...rest) => {
      const { step, bytes } = peekSync(decoder);
      if (step === syncProtocol.messageYjsSyncStep1) {
        encoding.writeVarUint(encoder, messageSync);
        encoding.writeVarUint(encoder, syncProtocol.messageYjsSyncStep2);
        encoding.writeVarUint8Array(encoder, this.missingSince(bytes));
      } else this.receive(bytes, () => stockSync(encoder, decoder, ...rest));
    };
    provider.messageHandlers[ownMessages.durable] = (_encoder, decoder) => {
      const done = this.wire.noteDurable(decoding.readVarUint(decoder), Date.now());
      for (const clocks of done) for (const [client, clock] of clocks) this.durableClocks.set(client, clock);
      this.update();
    };
    provider.messageHandlers[ownMessages.access] = (_encoder, decoder) => {
      const access = decoding.readVarString(decoder);
      this.onAccess(
        accessLevels.find((level) => level === access) ?? "NONE",
        decoding.readVarString(decoder),
      );
    };
    provider.messageHandlers[ownMessages.storage] = (_encoder, decoder) => {
      this.wire.isStorageAway = decoding.readVarUint(decoder) === 1;
      this.wire.movedAt = Date.now();
      this.update();
    };
    provider.on("status", ({ status }) => {
      if (status === "connected") this.onOpen();
      this.update();
    });
    provider.on("sync", (isSynced) => {
      if (!isSynced) return;
      this.attempts = 0;
      this.mayComeBackAsReader = true;
      for (const listener of this.listeners.synced) listener();
      this.update();
    });
    provider.on("connection-close", () => {
      this.hasFailed = true;
    });
    provider.on("closed", ({ code, reason }) => this.onClosed(code, reason));
  }

  private onOpen(): void {
    this.wasEverOpen = true;
    this.askedAt = Date.now();
    this.wire.noteHeard(this.askedAt);
    // The provider has said goodbye in our name when it left, under the same clock: others would not hear us.
    const local = this.awareness.getLocalState();
    if (local) this.awareness.setLocalState(local);
  }

  private onAccess(access: Access, reason: string): void {
    const { wire } = this;
    const wasReader = wire.isReader;
    this.lastAccess = access;
    wire.access = access;
    wire.reason = reason;
    // What a reader's copy holds was never asked for. A new connection begins with that question.
    if (wasReader && !wire.isReader) this.reconnect();
    this.update();
  }

  private onClosed(code: number, reason: string): void {
    const { wire } = this;
    const wasCutOffWhileWriting = code === closeCodes.notAllowed && wire.isReader && !wire.isSettled;
    if (wasCutOffWhileWriting && this.mayComeBackAsReader) {
      // The word that the right to write was gone and my last letters have crossed. The next connection tells
      // whether I may still read.
      this.mayComeBackAsReader = false;
      this.retryLater(code);
    } else if (finalCloseCodes.includes(code)) {
      this.refusal = refusalOf(code, reason);
      this.provider.disconnect();
    } else {
      this.retryLater(code);
    }
    this.update();
  }

  private retryLater(code: number): void {
    this.cancelRetry();
    const wait = this.limits.retryMs(this.attempts++, code, Math.random());
    this.retrying = setTimeout(() => this.connect(), wait);
  }

  private cancelRetry(): void {
    if (this.retrying !== null) clearTimeout(this.retrying);
    this.retrying = null;
  }

  /** Leaves a socket without waiting for its goodbye, which on a dead network never comes. */
  private reconnect(): void {
    this.provider.disconnect();
    this.hasFailed = true;
    this.attempts = 0;
    this.connect();
  }

  private tick(): void {
    const { provider, wire, limits } = this;
    const now = Date.now();
    if (this.refusal || !provider.ws) return;
    if (!provider.wsconnected) {
      if (now - wire.movedAt > limits.stalledMs) this.reconnect();
      return;
    }
    wire.noteBuffered(provider.ws.bufferedAmount, now);
    const silentMs = now - wire.heardAt;
    if (this.question && this.question.heard < wire.heard) this.question = null;
    const isStalled = !wire.isSettled && !wire.isStorageAway && now - wire.movedAt > limits.stalledMs;
    if (isStalled || silentMs > limits.silentMs || (this.question && now > this.question.by)) {
      this.reconnect();
      return;
    }
    const isDue = silentMs > limits.quietMs || now - this.askedAt > limits.compareMs;
    if (isDue && now - this.askedAt > limits.wakeMs) this.askForLife(now);
  }

  /** Asks what we lack: the answer is a sign of life, and mends what may have gone astray. */
  private askForLife(now: number): void {
    this.askedAt = now;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageSync);
    syncProtocol.writeSyncStep1(encoder, this.options.doc);
    this.provider.ws?.send(encoding.toUint8Array(encoder));
  }

  private readonly onDocUpdate = (
    _bytes: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ) => {
    if (origin === this.provider || !transaction.local || this.wire.isReader) return;
    this.hasUnsaved = true;
    this.update();
  };

  private readonly onVisibility = () => {
    if (globalThis.document?.visibilityState === "visible") this.wake();
  };

  private readonly onOffline = () => {
    if (this.provider.wsconnected) this.reconnect();
  };

  private update(): void {
    const next = this.derive();
    if (next.kind === "saved") this.hasUnsaved = false;
    const wasSaved = this.state.kind === "saved";
    if (!isSame(this.state, next)) this.state = next;
    if (next.kind === "saved" && !wasSaved) for (const listener of this.listeners.saved) listener();
    for (const listener of this.listeners.change) listener();
  }

  private derive(): SaveState {
    const { provider, wire, refusal } = this;
    if (refusal) return { kind: "refused", why: refusal };
    // A socket that is closing takes letters and sends none.
    if (!provider.wsconnected || provider.ws?.readyState !== provider.ws?.OPEN) {
      const isFirstAttempt = !this.wasEverOpen && !this.hasFailed;
      return { kind: isFirstAttempt ? "connecting" : "offline" };
    }
    if (wire.isReader) return { kind: "readOnly", reason: readOnlyReasonOf(wire.reason) };
    if (!provider.synced || !wire.hasAnswered) return { kind: this.hasUnsaved ? "saving" : "connecting" };
    if (wire.isSettled) return { kind: "saved" };
    return { kind: wire.isStorageAway ? "waiting" : "saving" };
  }
}

/** What a sync message carries, without consuming it: a state vector in a question, else an update. */
function peekSync(decoder: decoding.Decoder): { step: number; bytes: Uint8Array } {
  const copy = decoding.clone(decoder);
  return { step: decoding.readVarUint(copy), bytes: decoding.readVarUint8Array(copy) };
}

function isSame(one: SaveState, other: SaveState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
