import { findForeignContent } from "@upiao/document";
import * as Y from "yjs";

/** Looks at each change before the binding sees it, and once it has found what the editor cannot hold says so,
 *  at once: the binding would delete it for everybody. */
export class ForeignContentGuard {
  private found: string | null = null;

  constructor(
    private readonly fragment: Y.XmlFragment,
    private readonly onFound: () => void,
  ) {
    fragment.doc?.on("beforeObserverCalls", this.onTransaction);
  }

  /** What was found, in words for a log, or null. */
  get foreign(): string | null {
    return this.found;
  }

  /** Looks at the whole text, as it has to be done before it is first shown. */
  checkAll(): void {
    if (this.found === null) this.report(findForeignContent(this.fragment));
  }

  destroy(): void {
    this.fragment.doc?.off("beforeObserverCalls", this.onTransaction);
  }

  private readonly onTransaction = (transaction: Y.Transaction) => {
    // What the editor itself writes fits its schema.
    if (transaction.local || this.found !== null) return;
    for (const type of transaction.changed.keys()) {
      const element = type instanceof Y.XmlText ? type.parent : (type as Y.AbstractType<unknown>);
      if (!(element instanceof Y.XmlFragment) || !this.isShown(element)) continue;
      this.report(findForeignContent(element));
      if (this.found !== null) return;
    }
  };

  private isShown(element: Y.XmlFragment): boolean {
    for (let item = element._item; item; item = (item.parent as Y.AbstractType<unknown>)._item) {
      if (item.deleted) return false;
    }
    return true;
  }

  private report(found: string | null): void {
    this.found = found;
    if (found !== null) this.onFound();
  }
}
