import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Dialect } from "./dialect.ts";
import type { Histogram } from "./histogram.ts";
import { RawSocket } from "./raw-socket.ts";

/** Where a scenario counts what arrives. */
export interface Tally {
  readonly delays: Histogram;
  readonly cursorDelays: Histogram;
  /** Whether what arrives now belongs to what is measured. */
  isCounting: boolean;
  /** When each writer sent each of its edits, by client id and clock. */
  readonly sentAt: Map<number, number[]>;
  readonly cursorSentAt: Map<number, number[]>;
  /** Whether each is to be remembered that arrived, as `client/clock`. */
  readonly seen: Set<string> | null;
}

/** Letters after which a paragraph is followed by another, as people write. */
const longestBlock = 600;

/** One person in one room: hears what the others write, and writes real Yjs updates of one letter each, at the end of a
 *  block of their own. */
export class Person {
  isSynced = false;
  closeCode: number | null = null;
  bytesHeard = 0;
  /** For who wants more than to count. */
  onUpdate: ((update: Uint8Array) => void) | null = null;
  private written: Y.Doc | null = null;
  private text: Y.XmlText | null = null;
  private readonly socket: RawSocket;
  private cursorClock = 0;
  private resolveSynced: () => void = () => {};
  readonly synced = new Promise<void>((resolve) => {
    this.resolveSynced = resolve;
  });

  constructor(
    url: string,
    private readonly room: string,
    private readonly dialect: Dialect,
    private readonly tally: Tally,
    localAddress?: string,
  ) {
    this.socket = new RawSocket(new URL(url.replace(/^ws/, "http")), localAddress);
    this.socket.onMessage = (message) => this.hear(message);
    this.socket.onClose = (code) => {
      this.closeCode = code;
      this.resolveSynced();
    };
    const greeting = dialect.greeting(room);
    if (greeting) this.socket.send(greeting);
    // Nothing is here: whoever has written is asked for everything.
    this.socket.send(dialect.frame(room, 0, 0, Uint8Array.of(0)));
  }

  /** Of who writes: most read, and a thousand of them come at once. */
  private get doc(): Y.Doc {
    this.written ??= new Y.Doc();
    return this.written;
  }

  /** Writes one letter, or the given words, in one update. */
  write(words = "a"): void {
    const update = this.edit((text) => text.insert(text.length, words));
    const times = this.tally.sentAt.get(this.doc.clientID) ?? [];
    times[Y.getState(this.doc.store, this.doc.clientID)] = performance.now();
    this.tally.sentAt.set(this.doc.clientID, times);
    this.send(update);
  }

  /** Writes letters, and takes every third back as people do, in one message. */
  writeMany(edits: number): void {
    const updates = Array.from({ length: edits }, (_, index) =>
      this.edit((text) =>
        index % 3 === 2 && text.length > 0 ? text.delete(text.length - 1, 1) : text.insert(text.length, "a"),
      ),
    );
    this.send(Y.mergeUpdates(updates));
  }

  moveCursor(): void {
    this.cursorClock++;
    const times = this.tally.cursorSentAt.get(this.doc.clientID) ?? [];
    times[this.cursorClock] = performance.now();
    this.tally.cursorSentAt.set(this.doc.clientID, times);
    const at = {
      type: null,
      tname: "default",
      item: { client: this.doc.clientID, clock: this.cursorClock },
      assoc: 0,
    };
    const state = JSON.stringify({
      user: { name: "Persona Di Prova", color: "#0055aa" },
      cursor: { anchor: at, head: at },
      n: this.cursorClock,
    });
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.doc.clientID);
    encoding.writeVarUint(encoder, this.cursorClock);
    encoding.writeVarString(encoder, state);
    this.socket.send(this.dialect.frame(this.room, 1, encoding.toUint8Array(encoder)));
  }

  leave(): void {
    this.socket.end();
    this.written?.destroy();
  }

  /** The update that leaves for this change. */
  private edit(change: (text: Y.XmlText) => void): Uint8Array {
    let update = new Uint8Array();
    this.doc.once("update", (bytes: Uint8Array) => {
      update = new Uint8Array(bytes);
    });
    this.doc.transact(() => {
      if (!this.text || this.text.length > longestBlock) this.text = this.block();
      change(this.text);
    });
    return update;
  }

  private send(update: Uint8Array): void {
    this.socket.send(this.dialect.frame(this.room, 0, 2, update));
  }

  private block(): Y.XmlText {
    const block = new Y.XmlElement("block");
    const text = new Y.XmlText();
    block.insert(0, [text]);
    this.doc.getXmlFragment("default").insert(0, [block]);
    return text;
  }

  private hear(message: Buffer): void {
    this.bytesHeard += message.length;
    const decoder = decoding.createDecoder(message);
    decoder.pos = this.dialect.begin(message);
    const type = decoding.readVarUint(decoder);
    // Hocuspocus answers a question with a type of its own.
    if (type === 0 || type === 4) this.hearSync(decoder);
    else if (type === 1) this.hearCursors(decoding.readVarUint8Array(decoder));
  }

  private hearSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    if (step === 0) {
      this.socket.send(this.dialect.frame(this.room, 0, 1, Uint8Array.of(0, 0)));
      return;
    }
    const update = decoding.readVarUint8Array(decoder);
    this.onUpdate?.(update);
    if (step === 1) {
      this.isSynced = true;
      this.resolveSynced();
    } else if (this.isSynced) this.note(update);
  }

  private note(update: Uint8Array): void {
    const { isCounting, delays, sentAt, seen } = this.tally;
    // Some servers join what several have written.
    const { from, to } = Y.parseUpdateMeta(update);
    for (const [client, end] of to) {
      const times = sentAt.get(client);
      for (let clock = from.get(client)!; clock < end; clock++) {
        seen?.add(`${client}/${clock}`);
        // Noted under the clock at which it ends: of a letter, one further.
        const at = isCounting ? times?.[clock + 1] : undefined;
        if (at !== undefined) delays.add(performance.now() - at);
      }
    }
  }

  private hearCursors(message: Uint8Array): void {
    if (!this.tally.isCounting) return;
    const decoder = decoding.createDecoder(message);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const state = decoding.readVarString(decoder);
      const clock = Number(/"n":(\d+)/.exec(state)?.[1]);
      const at = this.tally.cursorSentAt.get(client)?.[clock];
      if (at !== undefined) this.tally.cursorDelays.add(performance.now() - at);
    }
  }
}
