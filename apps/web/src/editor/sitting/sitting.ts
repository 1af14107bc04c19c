import { fragmentName, type RemovedWords, RemovedWordsWatch, schemaNumber, textSince } from "@upiao/document";
import { type Access, reaches } from "@upiao/domain";
import * as Y from "yjs";
import type { SaveState } from "../connection/save-state.ts";
import { type ConnectionOptions, SectionConnection } from "../connection/section-connection.ts";
import { clocksOf, holdsMore, snapshotOf } from "./acknowledged.ts";
import { ForeignContentGuard } from "./foreign-content-guard.ts";
import type { HandedBack, HandedBackWords } from "./handed-back.ts";
import { LocalCopy } from "./local-copy.ts";
import { othersIn, type PresentPerson } from "./people.ts";
import { Signal } from "./signal.ts";

export interface SittingOptions {
  readonly serverUrl: string;
  readonly sectionId: string;
  readonly userId: string;
  /** What the page knows of this person's right; the server's word replaces it. */
  readonly access: Access;
  /** It outlives a sitting that has to begin anew. */
  readonly handedBack: HandedBackWords;
  readonly wire?: Pick<ConnectionOptions, "Socket" | "limits">;
}

/** `opening`: the text is not here yet. `unreachable`: nor can it be had. `foreign`: it holds something that this
 *  release cannot show. `over`: this person may not see it any more. */
export type Phase = "opening" | "unreachable" | "open" | "foreign" | "over";

/** What a page shows of a sitting. */
export interface SittingView {
  readonly phase: Phase;
  readonly save: SaveState;
  readonly canWrite: boolean;
  /** What is written is a proposal, and nothing else may be. */
  readonly mustPropose: boolean;
  /** Changes of mine that the server has not acknowledged. */
  readonly hasUnsaved: boolean;
  /** Whether what I type is kept on this device, should the network or the page go. */
  readonly isKept: boolean;
  readonly others: readonly PresentPerson[];
  readonly handedBack: readonly HandedBack[];
}

/** Noting what is acknowledged costs a look at the whole text, so not after each letter. */
const noteAfterMs = 1_000;

/** One person at one section, from opening it to leaving: the shared text, its copy on this device, the line to
 *  the server, and the words that may have to be handed back. */
export class Sitting {
  readonly doc = new Y.Doc();
  readonly fragment = this.doc.getXmlFragment(fragmentName);
  readonly connection: SectionConnection;
  readonly handedBack: HandedBackWords;
  private readonly forgetHandedBack: () => void;
  private readonly copyOrigin = Symbol("copy on this device");
  private readonly mine = new Set<number>();
  private readonly watch: RemovedWordsWatch;
  private readonly guard: ForeignContentGuard;
  /** At once, before anything renders a text that this release cannot show. */
  readonly foreign = new Signal();
  /** Before the text changes by what others have written. */
  readonly arrival = new Signal();
  private readonly changed = new Signal();
  private copy: LocalCopy | null = null;
  private hasText = false;
  private isOver = false;
  private isDestroyed = false;
  private noting: ReturnType<typeof setTimeout> | null = null;
  private shown: SittingView | undefined;

  constructor(
    private readonly options: SittingOptions,
    /** The copy here is not what the server has and never will be: begin anew. */
    private readonly onStartAgain: (access: Access) => void,
  ) {
    const { serverUrl, sectionId, wire } = options;
    this.handedBack = options.handedBack;
    this.watch = new RemovedWordsWatch(
      this.doc,
      (client) => this.isMine(client),
      (words) => this.handBack(words),
      () => reaches(this.connection?.access ?? options.access, "EDIT"),
    );
    this.guard = new ForeignContentGuard(this.fragment, () => this.onForeignContent());
    // Before the connection's own listener: a letter is on its way to the disk before it is to the network.
    this.doc.on("update", this.onUpdate);
    this.connection = new SectionConnection({ ...wire, serverUrl, sectionId, doc: this.doc, schemaNumber });
    this.connection.receive = (bytes, apply) => {
      this.arrival.emit();
      this.watch.receive([bytes], apply);
    };
    this.connection.missingSince = (stateVector) => this.missingSince(stateVector);
    this.connection.on("synced", () => this.showText());
    this.connection.on("saved", () => this.noteLater());
    this.connection.on("change", () => this.onConnectionChange());
    this.connection.awareness.on("change", this.publish);
    this.forgetHandedBack = this.handedBack.subscribe(this.publish);
    globalThis.addEventListener?.("beforeunload", this.onBeforeUnload);
    globalThis.addEventListener?.("pagehide", this.note);
  }

  /** Reads the copy of this device, then connects: words that wait here must be in the text before it meets the
   *  server's, or Yjs would not know where they stood. */
  async start(): Promise<void> {
    await this.openCopy();
    if (this.isDestroyed) return;
    if (this.doc.store.clients.size > 0) this.showText();
    this.connection.connect();
    this.publish();
  }

  readonly subscribe = this.changed.on;

  readonly getView = (): SittingView => (this.shown ??= this.view());

  /** My words that the server has not acknowledged. */
  unsavedText(): string {
    return textSince(this.fragment, this.connection.durableClocks, (client) => this.isMine(client));
  }

  destroy(): void {
    this.note();
    this.isDestroyed = true;
    globalThis.removeEventListener?.("beforeunload", this.onBeforeUnload);
    globalThis.removeEventListener?.("pagehide", this.note);
    for (const signal of [this.changed, this.foreign, this.arrival]) signal.clear();
    this.connection.destroy();
    this.forgetHandedBack();
    this.watch.destroy();
    this.guard.destroy();
    this.copy?.close();
    this.doc.destroy();
  }

  private async openCopy(): Promise<void> {
    const { userId, sectionId, access } = this.options;
    const opened = await openKept(userId, sectionId, this.publish);
    if (!opened) return;
    const { copy, updates, clientIds, acknowledged } = opened;
    if (this.isDestroyed) {
      copy.close();
      return;
    }
    for (const clientId of clientIds) this.mine.add(clientId);
    for (const [client, clock] of clocksOf(acknowledged)) this.connection.durableClocks.set(client, clock);
    if (!reaches(access, "PROPOSE")) {
      // What a reader has here is of a time when they could write, and can't be sent any more.
      const left = new Y.Doc();
      for (const update of updates) Y.applyUpdate(left, update);
      if (holdsMore(left, acknowledged)) this.handBackUnsaved(left.getXmlFragment(fragmentName));
      left.destroy();
      await copy.remove();
      return;
    }
    const before = this.handedBack.all.length;
    this.watch.receive(updates, () => {
      Y.transact(
        this.doc,
        () => {
          for (const update of updates) Y.applyUpdate(this.doc, update);
        },
        this.copyOrigin,
        false,
      );
    });
    // Said once: the copy says from now on that they are removed.
    if (this.handedBack.all.length > before) copy.keep(this.missingSince(Y.encodeStateVector(this.doc)));
    this.copy = copy;
    this.connection.hasUnsaved = holdsMore(this.doc, acknowledged);
  }

  private missingSince(stateVector: Uint8Array): Uint8Array {
    return this.watch.withoutUnseen(Y.encodeStateAsUpdate(this.doc, stateVector));
  }

  /** Whether this person has written under a client on this device. */
  readonly isMine = (client: number): boolean => client === this.doc.clientID || this.mine.has(client);

  private readonly onUpdate = (
    update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ) => {
    if (origin === this.copyOrigin) return;
    const { clientID } = this.doc;
    if (transaction.local && !this.mine.has(clientID)) {
      this.mine.add(clientID);
      this.copy?.keepClient(clientID);
    }
    this.copy?.keep(this.watch.withoutUnseen(update));
    if (this.connection.saveState.kind === "saved") this.noteLater();
  };

  private showText(): void {
    if (!this.hasText) this.guard.checkAll();
    this.hasText = true;
    this.publish();
  }

  private onForeignContent(): void {
    this.foreign.emit();
    this.publish();
  }

  private onConnectionChange(): void {
    const { saveState, hasUnsaved } = this.connection;
    if (
      saveState.kind === "refused" &&
      (saveState.why === "notAllowed" || saveState.why === "noSuchSection")
    ) {
      this.end();
    } else if (this.hasNoFuture(saveState, hasUnsaved) && !this.isOver) {
      this.end();
      this.onStartAgain(this.connection.access ?? "READ");
    }
    this.publish();
  }

  /** A reader has written, or a proposer more than a proposal: the server will never have what is here. */
  private hasNoFuture({ kind, ...state }: SaveState, hasUnsaved: boolean): boolean {
    if (kind === "readOnly") return hasUnsaved;
    return kind === "refused" && "why" in state && state.why === "notAProposal";
  }

  /** The copy here has no future: what only it has goes to its writer, the rest is forgotten. */
  private end(): void {
    if (this.isOver) return;
    this.isOver = true;
    if (this.connection.hasUnsaved) this.handBackUnsaved(this.fragment);
    void this.copy?.remove();
    this.copy = null;
  }

  private handBack(words: readonly RemovedWords[]): void {
    this.handedBack.add(
      words.map(({ client, clock, text }) => ({ id: `${client}:${clock}`, text, why: "moved" })),
    );
  }

  private handBackUnsaved(fragment: Y.XmlFragment): void {
    const text = textSince(fragment, this.connection.durableClocks, (client) => this.isMine(client));
    if (text !== "") this.handedBack.add([{ id: `${this.doc.clientID}`, text, why: "shut" }]);
  }

  private noteLater(): void {
    this.noting ??= setTimeout(this.note, noteAfterMs);
  }

  private readonly note = () => {
    if (this.noting !== null) clearTimeout(this.noting);
    this.noting = null;
    if (this.connection.saveState.kind === "saved") this.copy?.keepAcknowledged(snapshotOf(this.doc));
  };

  private readonly onBeforeUnload = (event: BeforeUnloadEvent) => {
    const { hasUnsaved, isKept, canWrite } = this.getView();
    if (hasUnsaved && canWrite && !isKept) event.preventDefault();
  };

  private readonly publish = () => {
    const next = this.view();
    if (JSON.stringify(next) === JSON.stringify(this.shown)) return;
    this.shown = next;
    this.changed.emit();
  };

  private view(): SittingView {
    const { connection, options } = this;
    const { saveState: save, hasUnsaved } = connection;
    const phase = this.phase();
    const access = connection.access ?? options.access;
    return {
      phase,
      save,
      canWrite: phase === "open" && save.kind !== "refused" && reaches(access, "PROPOSE"),
      mustPropose: access === "PROPOSE",
      hasUnsaved,
      isKept: this.copy?.isKeeping ?? false,
      others: this.others(),
      handedBack: this.handedBack.all,
    };
  }

  /** The same list as long as it says the same. */
  private others(): readonly PresentPerson[] {
    const now = othersIn(this.connection.awareness, this.options.userId);
    const before = this.shown?.others;
    return before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
  }

  private phase(): Phase {
    if (this.isOver) return "over";
    if (this.guard.foreign !== null) return "foreign";
    if (this.hasText) return "open";
    const { kind } = this.connection.saveState;
    return kind === "offline" || kind === "refused" ? "unreachable" : "opening";
  }
}

/** Null where the browser keeps nothing: the page says so, and warns before it is closed with something unsaved. */
async function openKept(userId: string, sectionId: string, onFailure: () => void) {
  try {
    const copy = await LocalCopy.open(userId, sectionId, onFailure);
    return { copy, ...(await copy.read()) };
  } catch {
    return null;
  }
}
