import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { findForeignContent } from "../coediting/foreign-content.ts";
import { Peer } from "../coediting/testing/peer.ts";
import { objectivesIn } from "./objectives-in.ts";
import { indicatorNode, objectiveNode } from "./testing/objective-nodes.ts";

const key = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const services = (attributes: Record<string, unknown>) =>
  objectiveNode(key(1), "Servizi in rete", [indicatorNode(key(2), attributes, "Servizi attivi")]);

function textWith(...nodes: ReturnType<typeof objectiveNode>[]): Peer {
  const peer = new Peer(1);
  peer.edit((tr) => tr.insert(tr.doc.content.size, nodes));
  return peer;
}

describe("an objective in the text", () => {
  it("is a record: its title, its links, its indicators with their targets by year", () => {
    const peer = textWith(
      objectiveNode(
        key(1),
        "Servizi in rete",
        [
          indicatorNode(
            key(2),
            {
              unit: "PERCENT",
              direction: "UP",
              baseline: "40,5",
              target1: "55",
              target3: "80 %",
              source: "SUAP",
            },
            "Servizi attivi",
          ),
        ],
        { responsible: "RTD", items: "OB1.1 RA1.1.1", dup: "Missione 1", peg: " ", budget: "103" },
      ),
    );
    expect(objectivesIn(peer.fragment, 2026)).toEqual([
      {
        key: key(1),
        origin: null,
        title: "Servizi in rete",
        responsible: "RTD",
        items: ["OB1.1", "RA1.1.1"],
        dup: "Missione 1",
        peg: null,
        budget: "103",
        service: null,
        call: null,
        faults: [],
        indicators: [
          {
            key: key(2),
            name: "Servizi attivi",
            unit: "PERCENT",
            direction: "UP",
            baseline: 40.5,
            targets: [
              { year: 2026, value: 55 },
              { year: 2028, value: 80 },
            ],
            source: "SUAP",
            measuredBy: "EACH",
            faults: [],
          },
        ],
      },
    ]);
  });

  it("says of which objective it is a reuse, and nothing where that is no key", () => {
    const originOf = (origin: unknown) =>
      objectivesIn(textWith(objectiveNode(key(1), "Servizi", 0, { origin })).fragment, 2026)[0]!.origin;
    expect([key(9), "Lucca", "", 7, null].map(originOf)).toEqual([key(9), null, null, null, null]);
  });

  it.each([
    [{ baseline: "molti" }, { field: "baseline", fault: "NOT_A_NUMBER" }],
    [{ target2: "1.250" }, { field: "target2", fault: "AMBIGUOUS_NUMBER" }],
    [
      { unit: "YES_NO", target1: "forse" },
      { field: "target1", fault: "NOT_YES_OR_NO" },
    ],
    [{ unit: "PEZZI" }, { field: "unit", fault: "UNKNOWN_UNIT" }],
    [{ unit: null }, { field: "unit", fault: "MISSING" }],
    [{ direction: "SU" }, { field: "direction", fault: "UNKNOWN_DIRECTION" }],
    [{ measuredBy: "TUTTI" }, { field: "measuredBy", fault: "UNKNOWN_MEASURER" }],
    [{ source: "x".repeat(301) }, { field: "source", fault: "TOO_LONG" }],
    [{ key: "non una chiave" }, { field: "key", fault: "BAD_KEY" }],
  ])("with %o says what is wrong, and is a record all the same", (attributes, fault) => {
    const [objective] = objectivesIn(textWith(services(attributes)).fragment, 2026);
    expect(objective!.indicators[0]!.faults).toEqual([fault]);
    expect(objective!.indicators[0]!.name).toBe("Servizi attivi");
  });

  it("is measured by each body, unless it is said that only the lead body does", () => {
    const measurer = (measuredBy?: string) =>
      objectivesIn(textWith(services({ measuredBy })).fragment, 2026)[0]!.indicators[0]!.measuredBy;
    expect([undefined, "EACH", "LEAD", "TUTTI"].map(measurer)).toEqual(["EACH", "EACH", "LEAD", "EACH"]);
  });

  it("without words says so", () => {
    const [objective] = objectivesIn(textWith(objectiveNode(key(1))).fragment, 2026);
    expect(objective!.faults).toEqual([{ field: "title", fault: "MISSING" }]);
  });

  it("that a program has copied with its key goes by another, and the first keeps its own", () => {
    const records = objectivesIn(textWith(services({}), services({})).fragment, 2026);
    const keys = records.flatMap(({ key, indicators }) => [key, ...indicators.map((each) => each.key)]);
    expect(keys.slice(0, 2)).toEqual([key(1), key(2)]);
    expect(new Set(keys).size).toBe(4);
    expect(records[1]!.faults).toEqual([{ field: "key", fault: "COPIED_KEY" }]);
  });

  it("[T27] of any attributes is a record whose text PostgreSQL takes", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ minLength: 400, maxLength: 600 }),
      fc.constantFrom("\0", "\ud800", "__proto__", `${"x".repeat(299)}😀`),
      fc.double(),
      fc.anything({ maxDepth: 2 }).filter((any) => any === null || typeof any !== "undefined"),
    );
    const names = fc.constantFrom(
      "key",
      "unit",
      "direction",
      "baseline",
      "target1",
      "items",
      "dup",
      "constructor",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, value)), (attributes) => {
        const doc = new Y.Doc();
        const fragment = doc.getXmlFragment("default");
        const objective = new Y.XmlElement("objective");
        const indicator = new Y.XmlElement("indicator");
        fragment.insert(0, [objective]);
        objective.insert(0, [indicator]);
        for (const [name, any] of attributes) {
          for (const element of [objective, indicator]) {
            const item = JSON.parse(JSON.stringify(any) ?? "null");
            element.setAttribute(name, typeof any === "string" ? any : item);
          }
        }
        const told = JSON.stringify(objectivesIn(fragment, 2026));
        expect(told).not.toMatch(/\\u0000|\\ud[89a-f]/);
        expect(told.length).toBeLessThan(10_000);
      }),
    );
  });

  it("stands in no cell, and fits the schema without a title and with two", () => {
    const fragment = new Y.Doc().getXmlFragment("default");
    const objective = new Y.XmlElement("objective");
    fragment.insert(0, [objective]);
    expect(findForeignContent(fragment)).toBeNull();
    objective.insert(0, [new Y.XmlElement("objectiveTitle"), new Y.XmlElement("objectiveTitle")]);
    expect(findForeignContent(fragment)).toBeNull();
    objective.insert(0, [new Y.XmlElement("block")]);
    expect(findForeignContent(fragment)).toBe("block in objective");
  });
});
