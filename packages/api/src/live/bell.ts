/** Rung by news and awaited by one who looks: any number of rings while nobody waits are one. */
export class Bell {
  /** Since somebody last waited for it. */
  rung = false;
  private wake: (() => void) | null = null;

  readonly ring = (): void => {
    this.rung = true;
    this.wake?.();
  };

  /** Resolves at the next ring, or at once when it has rung since the last time. */
  async next(): Promise<void> {
    if (!this.rung) await new Promise<void>((resolve) => (this.wake = resolve));
    this.rung = false;
    this.wake = null;
  }
}
