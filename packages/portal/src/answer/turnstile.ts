/** Lets so many in at once; the others wait in a line that has an end. */
export class Turnstile {
  private inside = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.inside >= this.atOnce) {
      if (this.line.length >= this.waiting) throw new TooBusy();
      await new Promise<void>((enter) => this.line.push(enter));
    } else {
      this.inside++;
    }
    try {
      return await work();
    } finally {
      // Whoever waits takes the place that is left.
      const next = this.line.shift();
      if (next) next();
      else this.inside--;
    }
  }
}

/** The line is full: come back later. */
export class TooBusy extends Error {}
