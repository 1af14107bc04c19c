import { randomInt } from "node:crypto";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { RawSocket } from "../load/raw-socket.ts";
import type { Place } from "./place.ts";
import { Writer } from "./writer.ts";

/** Messages of y-websocket, steps of y-protocols/sync, and of ours the one that is waited for. */
const Message = { sync: 0, awareness: 1, durable: 100 } as const;
const Step = { question: 0, answer: 1, update: 2 } as const;

/** As the page has them (`section-connection.ts`, and y-protocols' awareness, which looks every 3 s). */
const quietMs = 12_000;
const compareMs = 30_000;
const leastPauseMs = 4_000;
const renewMs = 15_000;
const renewEveryTicks = 3;

/** Somebody's page on a section, in as little memory as it takes to send and to answer what that page does: what it sends was
 *  recorded from the real one in Chromium. There is no document in it: a letter is written by hand, and what comes is read
 *  as far as its clocks. */
export class Page {
  readonly client = randomInt(2 ** 32);
  isOpen = false;
  writer: Writer | null = null;
  private readonly socket: RawSocket;
  private heardAt = performance.now();
  private askedAt = this.heardAt;
  private presentAt = this.heardAt;
  private presenceClock = 0;
  private caret = "";
  private ticks = 0;
  private sentMessages = 0;
  private settle: (isOpen: boolean) => void = () => {};
  /** True when the text is here, false when it was shut before. */
  readonly opened = new Promise<boolean>((resolve) => {
    this.settle = resolve;
  });

  constructor(
    private readonly place: Place,
    url: string,
    localAddress: string,
  ) {
    this.socket = new RawSocket(new URL(url.replace(/^ws/, "http")), localAddress);
    this.socket.onMessage = (message) => this.hear(message);
    this.socket.onClose = (code) => this.onClosed(code);
    this.present("{}");
    this.ask(Uint8Array.of(0));
    this.present("{}");
  }

  /** Types one letter. */
  type(letter: string): void {
    if (!this.isOpen) return;
    this.writer ??= this.place.addWriter(new Writer(this.client, this.sentMessages + 1));
    const now = performance.now();
    this.sendText(Step.update, this.writer.write(letter, now));
    this.place.know(this.client, this.writer.end);
    const { tally } = this.place.share;
    tally.edits++;
    tally.awaited += this.place.othersOf(this);
    // The caret stands behind the letter.
    this.moveCaret(this.writer.caret());
  }

  /** Once a second. */
  tick(now: number): void {
    if (!this.isOpen) return;
    this.ticks++;
    const isDue = now - this.heardAt > quietMs || now - this.askedAt > compareMs;
    if (isDue && now - this.askedAt > leastPauseMs) this.ask(this.place.stateVector());
    if (this.ticks % renewEveryTicks === 0 && now - this.presentAt >= renewMs) this.sayPresence();
  }

  leave(): void {
    this.isOpen = false;
    this.socket.end();
  }

  private hear(message: Buffer): void {
    this.heardAt = performance.now();
    const decoder = decoding.createDecoder(message);
    switch (decoding.readVarUint(decoder)) {
      case Message.sync:
        return this.hearSync(decoder);
      case Message.awareness:
        return this.hearPresence(decoding.readVarUint8Array(decoder));
      case Message.durable:
        return this.hearDurable(decoding.readVarUint(decoder));
    }
  }

  private hearSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    if (step === Step.question) {
      if (this.writer) this.place.share.askedAgain++;
      return this.sendText(Step.answer, Uint8Array.of(0, 0));
    }
    const update = decoding.readVarUint8Array(decoder);
    const isNews = this.isOpen && step === Step.update;
    this.place.hear(update, this.client, isNews ? this.heardAt : null);
    // An editor that has the focus says after each change of others where its caret is.
    if (isNews && this.writer) this.sayPresence();
    if (step === Step.answer && !this.isOpen) {
      this.isOpen = true;
      this.moveCaret("");
      this.settle(true);
    }
  }

  private hearPresence(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const stateBytes = decoding.readVarUint(decoder);
      decoder.pos += stateBytes;
      if (client !== this.client) this.place.hearCaret(client, clock, this.heardAt);
    }
  }

  private hearDurable(count: number): void {
    const { durable } = this.place.share.tally;
    for (const delay of this.writer?.acknowledge(count, this.heardAt) ?? []) durable.add(delay);
  }

  private moveCaret(caret: string): void {
    this.caret = caret;
    this.sayPresence();
  }

  private sayPresence(): void {
    this.present(`{"user":{"name":"Persona Di Prova","color":null}${this.caret}}`);
  }

  private present(state: string): void {
    this.presentAt = performance.now();
    this.presenceClock++;
    this.writer?.carets.note(this.presenceClock, this.presentAt);
    this.place.share.tally.presence++;
    const encoder = encoding.createEncoder();
    for (const number of [1, this.client, this.presenceClock]) encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, state);
    this.send(Message.awareness, encoding.toUint8Array(encoder));
  }

  private ask(stateVector: Uint8Array): void {
    this.askedAt = performance.now();
    this.place.share.tally.questions++;
    this.send(Message.sync, Step.question, stateVector);
  }

  private sendText(step: number, update: Uint8Array): void {
    this.sentMessages++;
    this.send(Message.sync, step, update);
  }

  private send(...parts: (number | Uint8Array)[]): void {
    const encoder = encoding.createEncoder();
    for (const part of parts) {
      if (typeof part === "number") encoding.writeVarUint(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
    this.socket.send(encoding.toUint8Array(encoder));
  }

  private onClosed(code: number): void {
    this.isOpen = false;
    this.place.share.onClosed(code);
    this.settle(false);
  }
}
