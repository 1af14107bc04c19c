import { LRUCache } from "lru-cache";
import { addressesCounted, postsOfAddress, postsWindowMs } from "../limits.ts";

/** Counts in memory what comes from an address, and forgets it after a while. Each process counts for itself. */
export class AddressCounter {
  private readonly counts = new LRUCache<string, { count: number }>({
    max: addressesCounted,
    ttl: postsWindowMs,
  });

  /** Whether one more may come. */
  takes(address: string): boolean {
    const key = networkOf(address);
    const known = this.counts.get(key) ?? { count: 0 };
    if (known.count === 0) this.counts.set(key, known);
    known.count += 1;
    return known.count <= postsOfAddress;
  }
}

/** With IPv6 one line has as many addresses as it likes, under one prefix of 64 bits. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(":")) return mapped ?? address;
  const [head = "", tail = ""] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const gap = address.includes("::") ? Array(Math.max(0, 8 - before.length - after.length)).fill("0") : [];
  return [...before, ...gap, ...after].slice(0, 4).join(":");
}
