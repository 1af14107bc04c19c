import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Peer } from "../coediting/testing/peer.ts";
import { codesIn, indicatorFields, objectiveFields } from "./objective-fields.ts";
import { objectivesIn } from "./objectives-in.ts";
import { reviveFields } from "./revive-fields.ts";
import { indicatorNode, objectiveNode } from "./testing/objective-nodes.ts";

const seed = (() => {
  const peer = new Peer(7);
  const attributes = Object.fromEntries([...objectiveFields, ...indicatorFields].map((name) => [name, "0"]));
  const indicator = indicatorNode("i", attributes, "nome");
  peer.edit((tr) => tr.insert(tr.doc.content.size, objectiveNode("o", "titolo", [indicator], attributes)));
  return Y.encodeStateAsUpdate(peer.doc);
})();

/** Two people at one objective, each hearing of the other when told so. */
class Pair {
  readonly peers = [this.open(1), this.open(2)] as const;
  private readonly undo = this.peers.map((peer) => {
    const manager = new Y.UndoManager([peer.fragment], {
      trackedOrigins: new Set(["editor"]),
      captureTimeout: 0,
    });
    reviveFields(manager);
    return manager;
  });

  private open(client: number): Peer {
    const peer = new Peer(client);
    peer.receive(seed);
    return peer;
  }

  meet(): void {
    const sent = this.peers.map((peer, who) =>
      peer.missingSince(Y.encodeStateVector(this.peers[1 - who]!.doc)),
    );
    for (const [who, peer] of this.peers.entries()) peer.receive(sent[1 - who]!);
  }

  fill(who: number, node: "objective" | "indicator", field: string, value: string): void {
    this.peers[who]!.edit((tr) => {
      let at = -1;
      tr.doc.descendants((each, position) => {
        if (at < 0 && each.type.name === node) at = position;
      });
      if (at >= 0) tr.setNodeAttribute(at, field, value);
    });
  }

  addIndicator(who: number, key: string): void {
    this.peers[who]!.edit((tr) => {
      tr.doc.forEach((node, offset) => {
        if (node.type.name === "objective") tr.insert(offset + node.nodeSize - 1, indicatorNode(key));
      });
    });
  }

  remove(who: number): void {
    this.peers[who]!.edit((tr) => {
      tr.doc.forEach((node, offset) => {
        if (node.type.name === "objective") tr.delete(offset, offset + node.nodeSize);
      });
    });
  }

  undoLast(who: number): void {
    this.undo[who]!.undo();
  }

  fieldsOf(who: number): Record<string, unknown> {
    const objective = this.peers[who]!.fragment.toArray().find(
      (child) => child instanceof Y.XmlElement && child.nodeName === "objective",
    ) as Y.XmlElement;
    const indicator = objective
      ?.toArray()
      .find((child) => child instanceof Y.XmlElement && child.nodeName === "indicator") as Y.XmlElement;
    return { ...objective?.getAttributes(), ...indicator?.getAttributes() };
  }

  keys(who: number): string[] {
    const objectives = this.peers[who]!.fragment.toArray().filter((child) => child instanceof Y.XmlElement);
    return objectives.flatMap((objective) =>
      objective
        .toArray()
        .flatMap((child) =>
          child instanceof Y.XmlElement && child.nodeName === "indicator"
            ? [`${child.getAttribute("key")}`]
            : [],
        ),
    );
  }
}

const fields = [...objectiveFields, ...indicatorFields];
const nodeOf = (field: string) => (objectiveFields.some((own) => own === field) ? "objective" : "indicator");

describe("an objective that two people fill in at once", () => {
  it("keeps what each wrote in fields of their own, and every indicator that either added", () => {
    const step = fc.record({
      who: fc.nat({ max: 1 }),
      what: fc.constantFrom("fill", "fill", "fill", "add", "meet"),
      field: fc.nat({ max: 1_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const pair = new Pair();
        const last = new Map<string, string>();
        const added: string[] = [];
        steps.forEach(({ who, what, field }, index) => {
          // Each has every second field.
          const own = fields.filter((_, place) => place % 2 === who);
          const name = own[field % own.length]!;
          if (what === "meet") pair.meet();
          else if (what === "add") {
            added.push(`a${index}`);
            pair.addIndicator(who, `a${index}`);
          } else {
            last.set(name, `v${index}`);
            pair.fill(who, nodeOf(name), name, `v${index}`);
          }
        });
        pair.meet();
        for (const who of [0, 1]) {
          expect(pair.fieldsOf(who)).toMatchObject(Object.fromEntries(last));
          expect(pair.keys(who).sort()).toEqual(["i", ...added].sort());
          expect(pair.peers[who]!.words).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("deleted by one and undone comes back whole; what the other wrote in it meanwhile is there or handed back", () => {
    const step = fc.record({
      when: fc.constantFrom("before", "after"),
      field: fc.nat({ max: fields.length - 1 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.boolean(), (steps, isHeardFirst) => {
        const pair = new Pair();
        const write = (when: string) =>
          steps.forEach((each, index) => {
            const field = fields[each.field]!;
            if (each.when === when) pair.fill(1, nodeOf(field), field, `v${index}`);
          });
        write("before");
        pair.meet();
        const before = pair.fieldsOf(0);
        pair.remove(0);
        write("after");
        if (isHeardFirst) pair.meet();
        pair.undoLast(0);
        pair.meet();
        for (const who of [0, 1]) {
          expect(Object.keys(pair.fieldsOf(who)).sort()).toEqual(Object.keys(before).sort());
          expect(pair.keys(who)).toEqual(["i"]);
        }
        const written = new Map(
          steps.map((each, index) => [fields[each.field]!, { ...each, value: `v${index}` }]),
        );
        const handedBack = pair.peers[1].words.join("\n");
        for (const [field, { value }] of written) {
          expect(pair.fieldsOf(0)[field] === value || handedBack.includes(value)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("of two who write in one field the last stays, and who had not seen it is handed their words back", () => {
    const pair = new Pair();
    pair.fill(0, "objective", "responsible", "Anna");
    pair.fill(1, "objective", "responsible", "Bruno");
    pair.meet();
    const stands = pair.fieldsOf(0).responsible;
    expect(pair.fieldsOf(1).responsible).toBe(stands);
    const [loser, other] = stands === "Anna" ? [1, 0] : [0, 1];
    expect(pair.peers[loser]!.words).toEqual([`Responsabile: ${stands === "Anna" ? "Bruno" : "Anna"}`]);
    expect(pair.peers[other]!.words).toEqual([]);
    // Whoever has read what stands there, and writes something else, takes nothing from anybody unseen.
    pair.fill(other, "objective", "responsible", "Carla");
    pair.meet();
    expect(pair.peers.map(({ words }) => words.length).sort()).toEqual([0, 1]);
  });

  it("keeps every item that either chooses, also at the same moment, and hands nobody anything back", () => {
    const step = fc.record({ who: fc.nat({ max: 1 }), what: fc.constantFrom("choose", "choose", "meet") });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const pair = new Pair();
        const chosen = new Set(["0"]);
        steps.forEach(({ who, what }, index) => {
          if (what === "meet") pair.meet();
          else {
            chosen.add(`R${index}`);
            pair.fill(who, "objective", "items", `${pair.fieldsOf(who).items} R${index}`);
          }
        });
        // What the one writes again, the other hears of afterwards.
        for (let round = 0; round < 3; round++) pair.meet();
        for (const who of [0, 1]) {
          expect(new Set(codesIn(pair.fieldsOf(who), "items"))).toEqual(chosen);
          expect(pair.peers[who]!.words).toEqual([]);
        }
        expect(pair.fieldsOf(0)).toEqual(pair.fieldsOf(1));
      }),
      { numRuns: 100 },
    );
  });

  it("an item that one takes away while the other chooses comes back with the other's list, or is gone from both", () => {
    const pair = new Pair();
    pair.fill(0, "objective", "items", "R1");
    pair.meet();
    pair.fill(0, "objective", "items", "");
    pair.fill(1, "objective", "items", "R1 R2");
    for (let round = 0; round < 3; round++) pair.meet();
    for (const who of [0, 1]) expect(codesIn(pair.fieldsOf(who), "items")).toEqual(["R1", "R2"]);
    // Of what everybody has seen go, nothing comes back.
    pair.fill(1, "objective", "items", "R2");
    pair.meet();
    for (const who of [0, 1]) expect(pair.fieldsOf(who).items).toBe("R2");
  });

  it("undoing what one wrote in a field leaves what the other wrote there since", () => {
    const pair = new Pair();
    pair.fill(0, "objective", "dup", "Missione 1");
    pair.meet();
    pair.fill(1, "objective", "dup", "Missione 2");
    pair.meet();
    pair.undoLast(0);
    pair.meet();
    expect([0, 1].map((who) => pair.fieldsOf(who).dup)).toEqual(["Missione 2", "Missione 2"]);
  });

  it("is read as records by both", () => {
    const pair = new Pair();
    pair.fill(0, "indicator", "target1", "5");
    pair.fill(1, "indicator", "baseline", "3");
    pair.meet();
    const [one, other] = pair.peers.map(({ fragment }) => objectivesIn(fragment, 2026));
    expect(one).toEqual(other);
    expect(one![0]!.indicators[0]).toMatchObject({
      baseline: 3,
      targets: [{ year: 2026, value: 5 }, { value: 0 }, { value: 0 }],
    });
  });
});
