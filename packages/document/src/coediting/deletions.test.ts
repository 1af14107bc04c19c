import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Deletions, subtract, withoutDeletions } from "./deletions.ts";

/** Clocks 0 to 19 of clients 1 and 2, as Yjs writes them down. */
const someDeletions = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.nat({ max: 19 }), fc.integer({ min: 1, max: 4 })))
  .map((ranges) =>
    Y.mergeDeleteSets(
      ranges.map(([client, clock, len]) => {
        const set = Y.createDeleteSet();
        set.clients.set(client, [{ clock, len }]);
        return set;
      }),
    ),
  );

function clocksIn(deletions: Deletions): string[] {
  return [...deletions.clients].flatMap(([client, ranges]) =>
    ranges.flatMap(({ clock, len }) =>
      Array.from({ length: len }, (_, index) => `${client}:${clock + index}`),
    ),
  );
}

describe("deletions without others", () => {
  it("are those whose clocks the others do not have", () => {
    fc.assert(
      fc.property(someDeletions, someDeletions, (some, others) => {
        const taken = new Set(clocksIn(others));
        const left = clocksIn(some).filter((clock) => !taken.has(clock));
        expect(clocksIn(subtract(some, others)).sort()).toEqual(left.sort());
      }),
    );
  });
});

describe("an update without deletions", () => {
  function textWithHoles(): Y.Doc {
    const doc = new Y.Doc();
    doc.clientID = 1;
    const text = doc.getText("t");
    text.insert(0, "abcdefghij".repeat(3));
    for (const at of [25, 11, 3, 0]) text.delete(at, 2);
    return doc;
  }

  it("has the same text, and names the others", () => {
    fc.assert(
      fc.property(someDeletions, (unwanted) => {
        const update = Y.encodeStateAsUpdate(textWithHoles());
        const left = Y.decodeUpdate(withoutDeletions(update, unwanted));
        const whole = Y.decodeUpdate(update);
        expect(left.structs).toEqual(whole.structs);
        expect(Y.equalDeleteSets(left.ds, subtract(whole.ds, unwanted))).toBe(true);
      }),
    );
  });

  it("stays what it is when there are none to leave out", () => {
    const update = Y.encodeStateAsUpdate(textWithHoles());
    expect(withoutDeletions(update, Y.createDeleteSet())).toBe(update);
  });
});
