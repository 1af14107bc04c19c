import { describe, expect, it } from "vitest";
import { Bucket, Buckets } from "./bucket.ts";

const rate = { perSecond: 10, burst: 20 };

describe("an allowance", () => {
  it("[SY30] takes a burst at once, and then what the seconds bring", () => {
    const bucket = new Bucket(rate, 0);
    expect(bucket.take(20, 0)).toBe(true);
    expect(bucket.take(1, 50)).toBe(false);
    expect(bucket.take(1, 150)).toBe(true);
    expect(bucket.take(10, 1_150)).toBe(true);
  });

  it("never holds more than a burst, however long nothing came", () => {
    const bucket = new Bucket(rate, 0);
    expect(bucket.take(21, 3_600_000)).toBe(false);
    expect(bucket.take(20, 3_600_000)).toBe(true);
  });

  it("is taken nothing from by what it refuses", () => {
    const bucket = new Bucket(rate, 0);
    expect(bucket.take(15, 0)).toBe(true);
    expect(bucket.take(6, 0)).toBe(false);
    expect(bucket.take(5, 0)).toBe(true);
  });

  it("[SY30] is each person's own", () => {
    const buckets = new Buckets(rate);
    expect(buckets.take("anna", 20)).toBe(true);
    expect(buckets.take("anna", 20)).toBe(false);
    expect(buckets.take("bruno", 20)).toBe(true);
  });

  it("is not forgotten before it is full again, or a flood would begin anew with each beat", () => {
    const buckets = new Buckets(rate);
    buckets.take("anna", 20);
    buckets.forgetFull();
    expect(buckets.take("anna", 20)).toBe(false);
  });
});
