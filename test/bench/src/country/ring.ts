const kept = 256;

/** When the last so many of a person's messages were sent, by their number. */
export class Ring {
  private readonly times = new Float64Array(kept);
  private newest = -1;

  note(number: number, at: number): void {
    this.times[number % kept] = at;
    this.newest = number;
  }

  /** Undefined for what was never noted, or too long ago. */
  at(number: number): number | undefined {
    if (number > this.newest || number <= this.newest - kept) return undefined;
    return this.times[number % kept] || undefined;
  }
}
