import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DeletedRanges } from "./deleted-ranges.ts";

const range = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.nat(40), fc.integer({ min: 1, max: 12 }))
  .map(([client, from, length]) => ({ client, from, to: from + length }));

describe("what is known to be deleted", () => {
  it("is what was added, piece by piece and in any order, and nothing else", () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 30 }), range, (added, asked) => {
        const ranges = new DeletedRanges();
        const pieces = new Set<string>();
        for (const { client, from, to } of added) {
          ranges.add(client, from, to);
          for (let clock = from; clock < to; clock++) pieces.add(`${client}:${clock}`);
        }
        const { client, from, to } = asked;
        const isAll = Array.from({ length: to - from }, (_, index) => `${client}:${from + index}`).every(
          (piece) => pieces.has(piece),
        );
        expect(ranges.covers(client, from, to)).toBe(isAll);
      }),
      { numRuns: 2_000 },
    );
  });
});
