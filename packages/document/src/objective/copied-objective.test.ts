import { describe, expect, it } from "vitest";
import { schema } from "../schema.ts";
import {
  attributesOfCopy,
  contentOfCopy,
  readCopiedObjective,
  writeCopiedObjective,
} from "./copied-objective.ts";
import { indicatorNode, objectiveNode } from "./testing/objective-nodes.ts";

const key = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const link = (href: string) => schema.mark("link", { href });
const bold = schema.mark("bold");

function again(written: string) {
  const copied = readCopiedObjective(written)!;
  return schema.nodes.objective!.create(attributesOfCopy(copied), contentOfCopy(copied, schema));
}

describe("a copied objective", () => {
  it("is the same when it is pasted: its fields, its key, where it comes from", () => {
    const indicator = indicatorNode(key(2), { baseline: "40", target1: "50" }, "Servizi attivi");
    const copied = objectiveNode(key(1), "Servizi in rete", [indicator], { items: "OB1.1", origin: key(9) });
    expect(again(writeCopiedObjective(copied)).toJSON()).toEqual(copied.toJSON());
  });

  it("keeps the looks and the links of its title and of the names of its indicators", () => {
    const title = [schema.text("Servizi "), schema.text("in rete", [bold, link("https://lucca.example/a")])];
    const copied = schema.nodes.objective!.create({ key: key(1) }, [
      schema.nodes.objectiveTitle!.create(null, title),
      schema.nodes.indicator!.create({ key: key(2), unit: "DAYS" }, schema.text("Attesa", [bold])),
    ]);
    expect(again(writeCopiedObjective(copied)).toJSON()).toEqual(copied.toJSON());
  });

  it("[T27] brings no other marks and no address that is no link, whoever wrote it", () => {
    const piece = (more: object) => ({ text: "parola ", marks: [], ...more });
    const title = [
      piece({ link: "javascript:alert(1)" }),
      piece({ link: 7, marks: ["insertion", "bold", "constructor"] }),
      piece({ text: 8 }),
      null,
    ];
    const pasted = again(JSON.stringify({ title, indicators: [{ name: { text: "x" } }] }));
    expect(pasted.toJSON().content[0].content).toEqual([
      { type: "text", text: "parola " },
      { type: "text", text: "parola ", marks: [{ type: "bold" }] },
    ]);
    expect(pasted.child(1).childCount).toBe(0);
  });

  it("is cut to what a title may have, however many pieces it comes in", () => {
    const title = Array.from({ length: 5_000 }, () => ({ text: "abc", marks: [] }));
    expect(again(JSON.stringify({ title, indicators: [] })).textContent).toHaveLength(1_000);
  });

  it.each(["", "{}", "[]", '{"title":7,"indicators":[]}', '{"title":"x"}'])("is none in %s", (written) => {
    expect(readCopiedObjective(written)).toBeNull();
  });
});
