import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { fragmentName, schema } from "../../schema.ts";
import { plainText } from "../../text/plain-text.ts";
import { foldUpdates } from "../fold-updates.ts";
import { RemovedWordsWatch } from "../removed-words-watch.ts";
import type { RemovedWords } from "../words-removed-unseen.ts";

/** One writer with an editor but no screen: reads and writes the shared text by the functions of the real
 *  binding, in the order in which it calls them. */
export class Peer {
  readonly doc = new Y.Doc();
  readonly fragment = this.doc.getXmlFragment(fragmentName);
  /** What this writer would be handed back. */
  readonly handedBack: RemovedWords[] = [];
  private readonly mine: ReadonlySet<number>;
  private readonly watch: RemovedWordsWatch;
  /** What the device keeps, as it was written down. */
  private kept: Uint8Array[] = [];
  /** What reading has repaired, which leaves like anything else that an editor does. */
  private unsent: Uint8Array[] = [];

  constructor(clientId: number, earlierClientIds: Iterable<number> = []) {
    this.doc.clientID = clientId;
    this.mine = new Set([clientId, ...earlierClientIds]);
    this.watch = new RemovedWordsWatch(
      this.doc,
      (client) => this.mine.has(client),
      (words) => this.handedBack.push(...words),
    );
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "device") return;
      this.kept.push(this.watch.withoutUnseen(update));
      if (origin !== "remote") this.unsent.push(update);
    });
  }

  /** The same writer, whose page was closed and reads now what the device has kept. */
  reopen(clientId: number): Peer {
    const next = new Peer(clientId, this.mine);
    next.apply(this.kept, "device");
    next.kept = this.kept;
    if (next.handedBack.length > 0) next.kept.push(next.missingSince(Y.encodeStateVector(next.doc)));
    next.handedBack.unshift(...this.handedBack);
    next.read();
    return next;
  }

  /** The same writer, whose device has forgotten everything but under which ids they wrote. */
  startAnew(clientId: number): Peer {
    return new Peer(clientId, this.mine);
  }

  /** Has one update kept in the place of many. */
  foldKept(): void {
    this.kept = [foldUpdates(this.kept)];
  }

  receive(...updates: Uint8Array[]): void {
    this.apply(updates, "remote");
    // The binding renders after each update, and repairs what it does while it does so.
    this.read();
  }

  /** What somebody with this state lacks. */
  missingSince(stateVector: Uint8Array): Uint8Array {
    return this.watch.withoutUnseen(Y.encodeStateAsUpdate(this.doc, stateVector));
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
    this.doc.transact(() => updateYFragment(this.doc, this.fragment, tr.doc, meta), "editor");
    return this.leaving() ?? this.missingSince(before);
  }

  /** What reading has repaired and nobody was sent yet. */
  leaving(): Uint8Array | null {
    const updates = this.unsent.splice(0);
    return updates.length > 0 ? Y.mergeUpdates(updates) : null;
  }

  get text(): string {
    return plainText(this.fragment);
  }

  /** The binding finds out what was typed by comparing texts, so a space beside a word may change sides. */
  get words(): string[] {
    return this.handedBack.map(({ text }) => text.trim());
  }

  private apply(updates: readonly Uint8Array[], origin: "remote" | "device"): void {
    this.watch.receive(updates, () => {
      Y.transact(
        this.doc,
        () => {
          for (const update of updates) Y.applyUpdate(this.doc, update);
        },
        origin,
        false,
      );
    });
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
