export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** A token bucket. Own, since it stands on the way of every message and libraries of the kind answer with a
 *  promise. */
export class Bucket {
  private tokens: number;
  private at: number;

  constructor(
    private readonly rate: Rate,
    now = performance.now(),
  ) {
    this.tokens = rate.burst;
    this.at = now;
  }

  take(cost: number, now = performance.now()): boolean {
    const { perSecond, burst } = this.rate;
    this.tokens = Math.min(burst, this.tokens + ((now - this.at) / 1000) * perSecond);
    this.at = now;
    if (this.tokens < cost) return false;
    this.tokens -= cost;
    return true;
  }

  isFull(now = performance.now()): boolean {
    return this.tokens + ((now - this.at) / 1000) * this.rate.perSecond >= this.rate.burst;
  }
}

/** A bucket for each person or address, forgotten when it is full again. */
export class Buckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly rate: Rate) {}

  take(key: string, cost: number, now = performance.now()): boolean {
    let bucket = this.buckets.get(key);
    if (!bucket) {
      bucket = new Bucket(this.rate, now);
      this.buckets.set(key, bucket);
    }
    return bucket.take(cost, now);
  }

  forgetFull(): void {
    for (const [key, bucket] of this.buckets) if (bucket.isFull()) this.buckets.delete(key);
  }
}
