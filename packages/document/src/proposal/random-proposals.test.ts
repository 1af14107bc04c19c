import type { Transaction } from "@tiptap/pm/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { findForeignContent } from "../coediting/foreign-content.ts";
import { edits, typeWord } from "../coediting/testing/edits.ts";
import { Peer } from "../coediting/testing/peer.ts";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { fragmentName } from "../schema.ts";
import { decideSuggestions, rejectAll } from "./decide-suggestions.ts";
import { ProposalGuard } from "./proposal-guard.ts";
import { suggestionsIn } from "./suggestions-in.ts";
import { ProposingPeer } from "./testing/proposing-peer.ts";

const seed = markdownToUpdate(
  "uno due anno\n\n## tre\n\n- quattro\n- cinque\n\n| a | b |\n|---|---|\n| c | d |",
  7,
);

const kinds = [
  "type",
  "deleteText",
  "bold",
  "shape",
  "split",
  "deleteBlock",
  "deleteAcross",
  "addRow",
  "deleteRow",
  "insertTable",
] as const;

/** What each takes apart is what somebody else would have to see go. */
const ofEditors = ["type", "deleteText", "bold", "shape", "split", "join", "deleteAcross", "addRow"] as const;

interface Deed {
  readonly who: number;
  readonly what: (typeof kinds)[number] | (typeof ofEditors)[number];
  readonly place: number;
  readonly other: number;
  /** Whether everybody hears of all before it. */
  readonly isHeard: boolean;
}

const number = fc.nat({ max: 1_000 });
const deedsOf = (who: fc.Arbitrary<number>, whats: readonly Deed["what"][]): fc.Arbitrary<Deed> =>
  fc.record({ who, what: fc.constantFrom(...whats), place: number, other: number, isHeard: fc.boolean() });

const words = (index: number) => String.fromCodePoint(0x4e00 + index).repeat(2);

function change(tr: Transaction, { what, place, other }: Deed, index: number): unknown {
  return what === "type" ? typeWord(tr, words(index), place, other) : edits[what](tr, place, other);
}

/** A section in which two people propose and one may write. */
class Section {
  readonly proposers = [new ProposingPeer(11, "p11"), new ProposingPeer(22, "p22")];
  readonly editor = new Peer(33);
  private log: Uint8Array[] = [seed];
  private readonly heard = [0, 0, 0];
  refused = 0;

  constructor() {
    this.hear();
  }

  happen(deed: Deed, index: number): void {
    if (deed.isHeard) this.hear();
    const proposer = this.proposers[deed.who];
    if (!proposer) {
      this.log.push(this.editor.edit((tr) => change(tr, deed, index)));
      return;
    }
    const update = proposer.suggest((tr) => change(tr, deed, index));
    if (!update) return;
    const guard = new ProposalGuard(this.log);
    if (guard.admits(update, (client) => client === proposer.doc.clientID)) this.log.push(update);
    else {
      this.refused++;
      this.proposers[deed.who] = proposer.startAgain(this.log);
      this.heard[deed.who] = this.log.length;
    }
  }

  hear(): void {
    [...this.proposers, this.editor].forEach((peer, who) => {
      peer.receive(...this.log.slice(this.heard[who]));
      this.heard[who] = this.log.length;
    });
    const repair = this.editor.leaving();
    if (!repair) return;
    this.log.push(repair);
    this.hear();
  }

  /** Somebody who comes later. */
  text(): Y.XmlFragment {
    const doc = new Y.Doc();
    for (const update of this.log) Y.applyUpdate(doc, update);
    return doc.getXmlFragment(fragmentName);
  }
}

/** Without how Yjs has cut it into pieces, and without texts in which nothing stands. */
const shown = (fragment: Y.XmlFragment) => fragment.toString();

const numRuns = Number(process.env.RUNS ?? 300);

describe("in random sittings", () => {
  it("of two who propose, all see the same, and with everything rejected it is the text that they began with", () => {
    const property = fc.property(
      fc.array(deedsOf(fc.nat({ max: 1 }), kinds), { minLength: 3, maxLength: 30 }),
      (deeds) => {
        const section = new Section();
        deeds.forEach((deed, index) => {
          section.happen(deed, index);
        });
        section.hear();
        const text = section.text();
        for (const { fragment } of section.proposers) expect(shown(fragment)).toBe(shown(text));
        expect(findForeignContent(text)).toBeNull();
        text.doc!.transact(() => rejectAll(text));
        const before = new Section().text();
        expect(shown(text)).toBe(shown(before));
      },
    );
    fc.assert(property, { numRuns });
  });

  it("of two who propose and one who writes, no honest suggestion is refused that everybody's was heard before", () => {
    const property = fc.property(
      fc.array(fc.oneof(deedsOf(fc.nat({ max: 1 }), kinds), deedsOf(fc.constant(2), ofEditors)), {
        minLength: 3,
        maxLength: 30,
      }),
      (deeds) => {
        const section = new Section();
        deeds.forEach((deed, index) => {
          section.happen({ ...deed, isHeard: true }, index);
        });
        expect(section.refused).toBe(0);
      },
    );
    fc.assert(property, { numRuns });
  });

  it("of two who propose and one who writes, each suggestion is decided alone, and none is left after the last", () => {
    const property = fc.property(
      fc.array(fc.oneof(deedsOf(fc.nat({ max: 1 }), kinds), deedsOf(fc.constant(2), ofEditors)), {
        minLength: 3,
        maxLength: 30,
      }),
      fc.infiniteStream(fc.boolean()),
      (deeds, verdicts) => {
        const section = new Section();
        deeds.forEach((deed, index) => {
          section.happen(deed, index);
        });
        section.hear();
        const text = section.text();
        expect(shown(section.editor.fragment)).toBe(shown(text));
        for (let left = suggestionsIn(text); left.length > 0; left = suggestionsIn(text)) {
          const { id } = left[0]!;
          const verdict = verdicts.next().value ? "ACCEPT" : "REJECT";
          text.doc!.transact(() => decideSuggestions(text, new Set([id]), verdict));
          const now = suggestionsIn(text).map((other) => other.id);
          expect(now).not.toContain(id);
          // What stood in something that went may go with it, and nothing comes.
          expect(left.map((other) => other.id)).toEqual(expect.arrayContaining(now));
        }
        expect(findForeignContent(text)).toBeNull();
      },
    );
    fc.assert(property, { numRuns });
  });
});
