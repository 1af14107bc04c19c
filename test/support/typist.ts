import * as decoding from "lib0/decoding";
import WebSocket from "ws";
import * as Y from "yjs";
import type { BareClient } from "./bare-client.ts";

const word = /\b[a-z]+\d+[a-z]\d+;/g;

/** Writes numbered words into a paragraph of their own, each in a message, and sends nothing twice: what of it is there
 *  afterwards, the server has kept. The client has to ask for our own messages. */
export class Typist {
  private readonly doc = new Y.Doc();
  private text: Y.XmlText | null = null;
  /** What each message said, in order. */
  private readonly typed: string[] = [];

  constructor(
    private readonly client: BareClient,
    /** Letters, a number, a letter: no other typist's. */
    private readonly mark: string,
  ) {
    this.doc.on("update", (update: Uint8Array) => client.sendUpdate(update));
  }

  type(): void {
    if (this.client.socket.readyState !== WebSocket.OPEN) return;
    const next = `${this.mark}${this.typed.length};`;
    this.typed.push(next);
    this.doc.transact(() => {
      this.text ??= this.block();
      this.text.insert(this.text.length, next);
    });
  }

  /** Of which the server has said that they are durable. */
  get acknowledged(): readonly string[] {
    const last = this.client.bodiesOf(100).at(-1);
    return last ? this.typed.slice(0, decoding.readVarUint(decoding.createDecoder(last))) : [];
  }

  get all(): readonly string[] {
    return this.typed;
  }

  private block(): Y.XmlText {
    const [block, text] = [new Y.XmlElement("block"), new Y.XmlText()];
    block.insert(0, [text]);
    this.doc.getXmlFragment("default").push([block]);
    return text;
  }
}

/** The words that others' updates have brought to a client. */
export function wordsHeardBy(client: BareClient): string[] {
  return client.updates.flatMap((update) => Buffer.from(update).toString("latin1").match(word) ?? []);
}

/** How often each word stands in a text. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [each] of text.matchAll(word)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
