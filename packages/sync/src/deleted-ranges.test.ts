import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DeletedRanges } from "./deleted-ranges.ts";

const range = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.nat(40), fc.integer({ min: 1, max: 12 }))
  .map(([client, from, length]) => ({ client, from, to: from + length }));

const many = fc.array(
  fc.nat(400).map((from) => ({ client: 1, from, to: from + 1 })),
  { maxLength: 200 },
);

describe("what is known to be deleted", () => {
  it("is what was added, piece by piece and in any order, and nothing else", () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 30 }), many, range, (oneByOne, atOnce, asked) => {
        const ranges = new DeletedRanges();
        const pieces = new Set<string>();
        const half = oneByOne.length / 2;
        for (const each of oneByOne.slice(0, half)) ranges.add(each.client, [each]);
        ranges.add(1, atOnce);
        for (const each of oneByOne.slice(half)) ranges.add(each.client, [each]);
        for (const { client, from, to } of [...oneByOne, ...atOnce])
          for (let clock = from; clock < to; clock++) pieces.add(`${client}:${clock}`);
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
