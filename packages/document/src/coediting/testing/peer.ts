import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { fragmentName, schema } from "../../schema.ts";
import { plainText } from "../../text/plain-text.ts";
import { type Arrival, readArrival } from "../arrival.ts";
import { type RemovedWords, wordsRemovedUnseen } from "../words-removed-unseen.ts";

/** One writer with an editor but no screen: reads and writes the shared text by the functions of the real
 *  binding, in the order in which it calls them. */
export class Peer {
  readonly doc = new Y.Doc();
  readonly fragment = this.doc.getXmlFragment(fragmentName);
  /** What this writer would be handed back. */
  readonly handedBack: RemovedWords[] = [];
  private arrival: Arrival | null = null;

  constructor(clientId: number, earlierClientIds: readonly number[] = []) {
    this.doc.clientID = clientId;
    const mine = new Set([clientId, ...earlierClientIds]);
    this.doc.on("beforeObserverCalls", (transaction: Y.Transaction) => {
      if (transaction.origin !== "remote" || !this.arrival) return;
      this.handedBack.push(...wordsRemovedUnseen(transaction, this.arrival, (client) => mine.has(client)));
    });
  }

  receive(...updates: Uint8Array[]): void {
    this.arrival = readArrival(this.doc, updates);
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update);
    }, "remote");
    this.arrival = null;
    // The binding renders after each update, and repairs what it does while it does so.
    this.read();
  }

  read(): Node {
    const { doc } = initProseMirrorDoc(this.fragment, schema);
    return doc.childCount === 0 ? schema.nodes.doc!.createAndFill()! : doc;
  }

  /** Changes the text as the editor would; answers the update that leaves this writer. */
  edit(change: (tr: Transaction) => unknown): Uint8Array {
    const before = Y.encodeStateVector(this.doc);
    const { doc, meta } = initProseMirrorDoc(this.fragment, schema);
    const { tr } = EditorState.create({
      doc: doc.childCount === 0 ? schema.nodes.doc!.createAndFill()! : doc,
    });
    change(tr);
    let sent: Uint8Array[] = [];
    const send = (update: Uint8Array) => sent.push(update);
    this.doc.on("update", send);
    this.doc.transact(() => updateYFragment(this.doc, this.fragment, tr.doc, meta), "editor");
    this.doc.off("update", send);
    if (sent.length === 0) sent = [Y.encodeStateAsUpdate(this.doc, before)];
    return Y.mergeUpdates(sent);
  }

  get text(): string {
    return plainText(this.fragment);
  }

  /** The binding finds out what was typed by comparing texts, so a space beside a word may change sides. */
  get words(): string[] {
    return this.handedBack.map(({ text }) => text.trim());
  }
}

/** Where a text stands in the document: the position before its first letter. */
export function find(doc: Node, text: string): number {
  let found = -1;
  doc.descendants((node, at) => {
    const index = node.isText ? (node.text ?? "").indexOf(text) : -1;
    if (found < 0 && index >= 0) found = at + index;
    return found < 0;
  });
  if (found < 0) throw new Error(`no «${text}» in ${doc}`);
  return found;
}

/** Two writers with the same text before them. */
export function twoPeers(seed: Uint8Array): [Peer, Peer] {
  const peers: [Peer, Peer] = [new Peer(1_001), new Peer(2_002)];
  for (const peer of peers) peer.receive(seed);
  return peers;
}

/** The second of them at a later sitting, on a device that has kept only this. */
export function laterSitting(kept: Uint8Array): Peer {
  const peer = new Peer(3_003, [2_002]);
  peer.receive(kept);
  return peer;
}
