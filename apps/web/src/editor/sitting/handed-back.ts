/** Words that could not stay in the text, kept until their writer has decided. */
export interface HandedBack {
  readonly id: string;
  readonly text: string;
  /** Their place was being moved or removed; the section was closed, or its writer shut out, before they
   *  arrived. */
  readonly why: "moved" | "shut";
}

/** In `localStorage`, which keeps them before the next line runs: the page may close at any moment. Where the
 *  browser has none, they last as long as the page. */
export class HandedBackWords {
  private words: readonly HandedBack[];
  private readonly listeners = new Set<() => void>();
  private readonly key: string;

  constructor(
    userId: string,
    sectionId: string,
    private readonly storage: Storage | null = storageOfDevice(),
  ) {
    this.key = `upiao/handed-back/${userId}/${sectionId}`;
    this.words = this.read();
  }

  get all(): readonly HandedBack[] {
    return this.words;
  }

  add(found: readonly HandedBack[]): void {
    // Another tab may have found the same, or others.
    const known = this.storage ? this.read() : this.words;
    const added = found.filter(({ id }) => !known.some((word) => word.id === id));
    this.set([...known, ...added]);
  }

  settle(id: string): void {
    this.set((this.storage ? this.read() : this.words).filter((word) => word.id !== id));
  }

  subscribe(listener: () => void): () => void {
    if (this.listeners.size === 0) globalThis.addEventListener?.("storage", this.onStorage);
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) globalThis.removeEventListener?.("storage", this.onStorage);
    };
  }

  private set(words: readonly HandedBack[]): void {
    this.words = words;
    try {
      if (words.length > 0) this.storage?.setItem(this.key, JSON.stringify(words));
      else this.storage?.removeItem(this.key);
    } catch {
      // A full device: they stay on the page.
    }
    for (const listener of this.listeners) listener();
  }

  private read(): readonly HandedBack[] {
    try {
      const read: unknown = JSON.parse(this.storage?.getItem(this.key) ?? "[]");
      return Array.isArray(read) ? read.filter(isHandedBack) : [];
    } catch {
      return [];
    }
  }

  private readonly onStorage = ({ key }: StorageEvent) => {
    if (key !== this.key) return;
    this.words = this.read();
    for (const listener of this.listeners) listener();
  };
}

function isHandedBack(value: unknown): value is HandedBack {
  if (typeof value !== "object" || value === null) return false;
  const { id, text, why } = value as Record<string, unknown>;
  return typeof id === "string" && typeof text === "string" && (why === "moved" || why === "shut");
}

function storageOfDevice(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
