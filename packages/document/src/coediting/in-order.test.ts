import { content, craftUpdate } from "@upiao/test";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { inOrder } from "./in-order.ts";
import { anyDeed, Sitting } from "./testing/sitting.ts";

const seed = markdownToUpdate("uno due\n\n- tre\n\n| a | b |\n|---|---|\n| c | d |", 7);
const nameOf = ({ client, clock }: Y.ID) => `${client}:${clock}`;
const block = { content: content.element("block") };

describe("the structs of an update in their order", () => {
  it("are the same, each after all that it rests on", () => {
    const property = fc.property(fc.array(anyDeed, { minLength: 20, maxLength: 60 }), (deeds) => {
      const sitting = new Sitting(seed);
      for (const deed of deeds) sitting.happen(deed);
      sitting.settle();
      const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(sitting.peers[0]!.doc));
      const order = inOrder(structs)!;
      expect(new Set(order)).toEqual(new Set(structs));
      const ends = new Map<number, number>();
      for (const struct of order) {
        expect(struct.id.clock).toBe(ends.get(struct.id.client) ?? 0);
        ends.set(struct.id.client, struct.id.clock + struct.length);
        if (!(struct instanceof Y.Item)) continue;
        for (const other of [struct.origin, struct.rightOrigin, struct.parent])
          if (other instanceof Y.ID)
            expect(ends.get(other.client), nameOf(other)).toBeGreaterThan(other.clock);
      }
    });
    fc.assert(property, { numRuns: 100 });
  });

  it("are none when they rest on each other, or when a client's are not together", () => {
    const orderOf = (...runs: Parameters<typeof craftUpdate>[0]) =>
      inOrder(Y.decodeUpdate(craftUpdate(runs)).structs);
    const behind = (client: number, left: readonly [number, number]) => ({
      client,
      clock: 0,
      pieces: [{ ...block, left }],
    });
    expect(orderOf(behind(9, [8, 0]), behind(8, [9, 0]))).toBeNull();
    expect(orderOf(behind(9, [8, 0]), behind(8, [7, 0]), behind(7, [9, 0]))).toBeNull();
    const alone = (client: number, clock: number) => ({ client, clock, pieces: [block] });
    expect(orderOf(alone(9, 0), alone(8, 0), alone(9, 1))).toBeNull();
    expect(orderOf(behind(9, [8, 0]), alone(8, 0))?.map(({ id }) => id.client)).toEqual([8, 9]);
  });
});
