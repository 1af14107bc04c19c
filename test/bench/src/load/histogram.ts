const stepMs = 0.05;
const steps = 400_000;

/** Delays in steps of 0.05 ms, up to 20 s. */
export class Histogram {
  count = 0;
  private readonly buckets = new Uint32Array(steps);

  add(ms: number): void {
    this.count++;
    const step = Math.min(steps - 1, Math.max(0, Math.floor(ms / stepMs)));
    this.buckets[step]!++;
  }

  /** What another process has counted: steps, and how many were in each. */
  addSteps(counted: readonly (readonly [step: number, count: number])[]): void {
    for (const [step, count] of counted) {
      this.buckets[step]! += count;
      this.count += count;
    }
  }

  countedSteps(): [step: number, count: number][] {
    const counted: [number, number][] = [];
    this.buckets.forEach((count, step) => {
      if (count > 0) counted.push([step, count]);
    });
    return counted;
  }

  clear(): void {
    this.count = 0;
    this.buckets.fill(0);
  }

  /** The delay that this share of all did not exceed, in ms. */
  quantile(share: number): number {
    let left = this.count * share;
    for (let step = 0; step < steps; step++) {
      left -= this.buckets[step]!;
      if (left <= 0) return (step + 1) * stepMs;
    }
    return steps * stepMs;
  }
}
