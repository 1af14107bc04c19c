import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { type Anchor, type AnchorPlace, anchorOf, EditorPlaces, placeOf, RunningText } from "@upiao/document";
import type * as Y from "yjs";
import { Signal } from "../sitting/signal.ts";

/** What a comment stands on. */
export interface Anchored {
  readonly id: string;
  readonly anchor: Anchor;
  readonly isOpen: boolean;
}

/** Positions in the editor's document. */
export interface Highlight {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface DeskView {
  /** The words that somebody is about to comment on. */
  readonly draft: Anchor | null;
  /** Rises each time that a comment is begun, also on the same words. */
  readonly begun: number;
  readonly chosenId: string | null;
  /** Rises each time that a thread is to be shown, also the same one. */
  readonly chosen: number;
  /** Where the words of the threads stand; empty until the text is open. */
  readonly places: ReadonlyMap<string, AnchorPlace>;
}

/** Reading the whole text and placing everything costs some milliseconds: too much after each letter, and between letters
 *  ProseMirror moves the highlights by itself. */
const restMs = 300;

/** Between the comments beside a text and the text: which words they stand on, which are chosen, what is begun. */
export class CommentDesk {
  private readonly changed = new Signal();
  private view: DeskView = { draft: null, begun: 0, chosenId: null, chosen: 0, places: new Map() };
  private threads: readonly Anchored[] = [];
  private editor: EditorView | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** Draws the highlights anew. */
  onHighlights: (highlights: readonly Highlight[]) => void = () => {};

  readonly subscribe = this.changed.on;
  readonly getView = (): DeskView => this.view;

  attach(editor: EditorView): void {
    this.editor = editor;
    this.placeLater(0);
  }

  detach(editor: EditorView): void {
    if (this.editor !== editor) return;
    this.editor = null;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  setThreads(threads: readonly Anchored[]): void {
    this.threads = threads;
    this.place();
  }

  placeLater(afterMs = restMs): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      // Drawing anew would end what an input method is composing.
      if (this.editor?.composing) this.placeLater();
      else this.place();
    }, afterMs);
  }

  /** Begins a comment on the words chosen in the text; false where none are. */
  beginOnSelection(): boolean {
    const { editor } = this;
    const text = this.read();
    if (!editor || !text) return false;
    const { from, to } = editor.state.selection;
    const places = new EditorPlaces(editor.state.doc);
    return this.begin(anchorOf(text, { from: places.offsetOf(from), to: places.offsetOf(to) }));
  }

  /** How often these words stand in the text; begins a comment where they stand first. */
  beginOnWords(words: string): number {
    const text = this.read();
    const sought = words.trim();
    if (!text || sought === "") return 0;
    const from = text.letters.indexOf(sought);
    if (from < 0 || !this.begin(anchorOf(text, { from, to: from + sought.length }))) return 0;
    return text.letters.split(sought).length - 1;
  }

  /** Begins a comment on the whole section. */
  beginOnSection(): void {
    this.begin(null, true);
  }

  endDraft(): void {
    this.publish({ draft: null });
    this.place();
  }

  choose(id: string | null): void {
    this.publish({ chosenId: id, chosen: this.view.chosen + 1 });
    this.place();
  }

  /** The thread whose words are at this place of the text. */
  threadAt(position: number): string | null {
    const here = this.highlights().filter(({ from, to }) => from <= position && position <= to);
    // The narrower one stands on top.
    const [first] = here.sort((one, other) => one.to - one.from - (other.to - other.from));
    return first && first.id !== draftId ? first.id : null;
  }

  /** Puts the caret on the words of a thread and shows them. */
  goTo(id: string): boolean {
    const { editor } = this;
    this.place();
    const found = this.highlights(id).find((highlight) => highlight.id === id);
    if (!editor || !found) return false;
    const { doc, tr } = editor.state;
    editor.dispatch(tr.setSelection(TextSelection.create(doc, found.from, found.to)).scrollIntoView());
    editor.focus();
    return true;
  }

  private begin(draft: Anchor | null, isWhole = false): boolean {
    if (!draft && !isWhole) return false;
    this.publish({ draft, begun: this.view.begun + 1 });
    this.place();
    return true;
  }

  private place(): void {
    const text = this.read();
    if (!text) return;
    const places = new Map(this.threads.map(({ id, anchor }) => [id, placeOf(text, anchor)]));
    this.onHighlights(this.highlights(null, text, places));
    if (JSON.stringify([...places]) !== JSON.stringify([...this.view.places])) this.publish({ places });
  }

  private highlights(also: string | null = null, read = this.read(), known = this.view.places): Highlight[] {
    if (!this.editor || !read) return [];
    const { draft, chosenId } = this.view;
    const positions = new EditorPlaces(this.editor.state.doc);
    const shown = this.threads.filter(({ id, isOpen }) => isOpen || id === chosenId || id === also);
    const all = shown.map(({ id }) => ({ id, place: known.get(id) }));
    if (draft) all.push({ id: draftId, place: placeOf(read, draft) });
    return all.flatMap(({ id, place }) => {
      if (!place || place.kind === "GONE") return [];
      const { from, to } = place.range;
      return [{ id, from: positions.positionOf(from), to: positions.positionOf(to) }];
    });
  }

  /** What the editor shows now, as Yjs has it. */
  private read(): RunningText | null {
    const fragment: Y.XmlFragment | undefined =
      this.editor && ySyncPluginKey.getState(this.editor.state)?.type;
    return fragment ? new RunningText(fragment) : null;
  }

  private publish(change: Partial<DeskView>): void {
    this.view = { ...this.view, ...change };
    this.changed.emit();
  }
}

export const draftId = "draft";
