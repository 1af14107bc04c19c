import fc from "fast-check";
import { expect, it } from "vitest";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { findForeignContent } from "./foreign-content.ts";
import { anyDeed, type Deed, Sitting } from "./testing/sitting.ts";

const seed = markdownToUpdate(
  "uno due\n\n## tre\n\n- quattro\n- cinque\n\n| a | b |\n|---|---|\n| c | d |",
  7,
);

const deed = (who: number, what: Deed["what"], place = 0): Deed => ({ who, what, place, other: 0 });

const typeInRow = deed(2, "type", 668);
const deleteRow = deed(1, "deleteRow");
const leaves = deed(2, "leave");

/** A word is typed in a row that somebody removes without having seen it. Each would be lost if whoever receives both,
 *  the word and the removal, called both removed, or forgot the word. */
const typedWhereARowGoes = [
  [typeInRow, leaves, deleteRow, deed(1, "receive"), deed(1, "leave")],
  [typeInRow, leaves, deleteRow, deed(1, "receive"), deed(1, "compare")],
  [typeInRow, leaves, deleteRow, deed(1, "receive"), deed(1, "reopen")],
  [typeInRow, leaves, deleteRow, deed(0, "receive"), deed(0, "receive"), deed(0, "reopen")],
  [
    typeInRow,
    leaves,
    deleteRow,
    deed(0, "receive"),
    deed(0, "receive"),
    deed(0, "foldKept"),
    deed(0, "reopen"),
  ],
  [typeInRow, leaves, deleteRow, deed(0, "foldLog")],
  [typeInRow, deleteRow, deed(0, "foldLog"), deed(2, "startAnew")],
];

it("all writers end with the same text, and no word is gone that nobody removed knowingly or was handed back", () => {
  const property = fc.property(fc.array(anyDeed, { minLength: 5, maxLength: 60 }), (deeds) => {
    const sitting = new Sitting(seed);
    for (const deed of deeds) sitting.happen(deed);
    sitting.settle();

    const [first, ...others] = sitting.peers;
    for (const peer of others) expect(peer.fragment.toString()).toBe(first!.fragment.toString());
    for (const peer of sitting.peers) {
      expect(peer.doc.store.pendingStructs).toBeNull();
      expect(findForeignContent(peer.fragment)).toBeNull();
      const places = peer.handedBack.map(({ client, clock }) => `${client}:${clock}`);
      expect(places).toEqual([...new Set(places)]);
    }
    expect(sitting.lostWords()).toEqual([]);
  });
  fc.assert(property, {
    // RUNS=50000 tries more than the suite has time for.
    numRuns: Number(process.env.RUNS ?? 1_000),
    examples: typedWhereARowGoes.map((deeds) => [deeds]),
  });
});
