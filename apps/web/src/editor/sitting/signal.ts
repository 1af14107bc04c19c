/** Something that happens, and who wants to hear of it. */
export class Signal {
  private readonly listeners = new Set<() => void>();

  /** Returns what ends the listening. */
  readonly on = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  emit(): void {
    for (const listener of this.listeners) listener();
  }

  clear(): void {
    this.listeners.clear();
  }
}
