import { expect, it } from "vitest";
import { Peer } from "../coediting/testing/peer.ts";
import { relinkObjectives } from "./relink-objectives.ts";
import { objectiveNode } from "./testing/objective-nodes.ts";

const key = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

function itemsAfter(items: string, links: Record<string, string | null>): unknown {
  const peer = new Peer(1);
  peer.edit((tr) =>
    tr.insert(tr.doc.content.size, [
      objectiveNode(key(1), "Servizi", 0, { items }),
      objectiveNode(key(2), "Altro", 0, { items }),
    ]),
  );
  relinkObjectives(peer.fragment, new Map([[key(1), new Map(Object.entries(links))]]));
  const [one, other] = peer.fragment.toArray().slice(-2) as { getAttribute(name: string): unknown }[];
  expect(other!.getAttribute("items")).toBe(items);
  return one!.getAttribute("items");
}

it("other codes stand in the place of those that one objective names, and nothing of the others", () => {
  expect(itemsAfter("OB1.1 RA1.1.1", { "RA1.1.1": "RA1.1.2" })).toBe("OB1.1 RA1.1.2");
  expect(itemsAfter("OB1.1, RA1.1.1", { "OB1.1": null })).toBe("RA1.1.1");
  expect(itemsAfter("OB1.1", { "OB1.1": null })).toBe("");
});

it("a code that becomes another, and that other a third, are both right; two that become one are named once", () => {
  expect(itemsAfter("A B C", { A: "B", B: "C" })).toBe("B C");
  expect(itemsAfter("A B", { A: "B", B: "A" })).toBe("B A");
});

it("what stays is left as it was typed, and a code that is not there is not written", () => {
  expect(itemsAfter("A ;  B", { A: "A", D: "E" })).toBe("A ;  B");
});
