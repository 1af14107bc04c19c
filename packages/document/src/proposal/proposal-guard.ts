import * as Y from "yjs";
import { fragmentName } from "../schema.ts";
import { nothing, type View, viewOf } from "./adopted-view.ts";
import { readSuggestionId } from "./suggestion-id.ts";

type Part = Y.XmlElement | Y.XmlText;

/** A copy of a text that tells whether an update only proposes. */
export class ProposalGuard {
  private readonly doc = new Y.Doc();
  private readonly fragment = this.doc.getXmlFragment(fragmentName);
  /** Of each block and table, as it was last. */
  private readonly views = new Map<Part, View>();

  constructor(updates: readonly Uint8Array[]) {
    this.apply(updates);
    for (const part of this.parts()) this.views.set(part, viewOf(part));
  }

  /** What was written by people who may, or was admitted elsewhere. */
  take(updates: readonly Uint8Array[]): void {
    for (const part of this.apply(updates).parts) this.look(part);
  }

  /** Whether with everything rejected the text after an update is the text before it, and whether it leaves alone what
   *  others propose: whose clients are not `isOwn`. Of what was not admitted this copy is spoilt. */
  admits(update: Uint8Array, isOwn: (client: number) => boolean): boolean {
    const { parts, isBeside } = this.apply([update]);
    if (isBeside) return false;
    for (const part of parts) {
      const before = this.views.get(part) ?? nothing;
      const after = this.look(part);
      if (before.adopted !== after.adopted) return false;
      for (const ids of new Set([...before.suggestions.keys(), ...after.suggestions.keys()])) {
        if (before.suggestions.get(ids) === after.suggestions.get(ids)) continue;
        if (!ids.split(" ").some((id) => isOwn(readSuggestionId(id)!.client))) return false;
      }
    }
    return true;
  }

  destroy(): void {
    this.doc.destroy();
  }

  private look(part: Part): View {
    if (part._item!.deleted) {
      this.views.delete(part);
      return nothing;
    }
    const view = viewOf(part);
    this.views.set(part, view);
    return view;
  }

  /** Answers which blocks and tables have changed, and whether something beside them has. */
  private apply(updates: readonly Uint8Array[]): { parts: ReadonlySet<Part>; isBeside: boolean } {
    const parts = new Set<Part>();
    let isBeside = false;
    const note = ({ changed }: Y.Transaction) => {
      for (const [changedType, keys] of changed) {
        const type: unknown = changedType;
        if (type === this.fragment) {
          // Its children are the parts: those that come or go are looked at by themselves.
          isBeside ||= [...keys].some((key) => key !== null);
          for (const part of [...this.parts(), ...this.views.keys()])
            if (part._item!.deleted === this.views.has(part)) parts.add(part);
          continue;
        }
        const part = this.partOf(type);
        if (part) parts.add(part);
        else isBeside = true;
      }
    };
    this.doc.on("beforeObserverCalls", note);
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update);
    });
    this.doc.off("beforeObserverCalls", note);
    return { parts, isBeside };
  }

  private partOf(type: unknown): Part | null {
    let inside = type;
    while (inside instanceof Y.AbstractType && inside._item) {
      const { parent } = inside._item;
      if (parent === this.fragment)
        return inside instanceof Y.XmlElement || inside instanceof Y.XmlText ? inside : null;
      inside = parent;
    }
    return null;
  }

  private *parts(): Iterable<Part> {
    for (const part of this.fragment.toArray())
      if (part instanceof Y.XmlElement || part instanceof Y.XmlText) yield part;
  }
}
