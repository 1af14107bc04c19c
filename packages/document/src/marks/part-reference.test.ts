import { Fragment } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { readImportedText } from "../import/imported-text.ts";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { readCopiedObjective, writeCopiedObjective } from "../objective/copied-objective.ts";
import { fragmentName, schema } from "../schema.ts";
import { plainText } from "../text/plain-text.ts";
import { canonicalText } from "../version/canonical-text.ts";
import { Link } from "./link.ts";
import { linkTarget, partReference, referenceTo } from "./part-reference.ts";
import { safeAddress } from "./safe-address.ts";

const hostile = [
  "piao:javascript:alert(1)",
  "piao:javascript",
  "piao:",
  "piao:2.2#x",
  "piao:2.2\n",
  "piao://2.2",
  "piao:../../2.2",
  "piao:2.2.2",
  "piao:02",
  `piao:${"A".repeat(31)}`,
  "PIAO:2.2",
  " piao:2.2",
  "2.2",
  null,
  { toString: () => "piao:2.2" },
];

describe("[T27] a reference to a part of the plan", () => {
  it.each(["2", "2.2", "3.10", "STRATEGIA", "INTEGRAZIONE"])("names %s", (code) => {
    expect(partReference(referenceTo(code))).toBe(code);
    expect(linkTarget(referenceTo(code))).toBe(`piao:${code}`);
    expect(safeAddress(referenceTo(code))).toBeNull();
  });

  it.each(hostile)("is nothing like %j, which no link may carry either", (href) => {
    expect(partReference(href)).toBeNull();
    expect(linkTarget(href)).toBeNull();
    expect(schema.marks.link!.spec.toDOM!(schema.mark("link", { href }), true)).toEqual(["span", 0]);
  });

  it("is shown without an address that a browser could follow, and read again from what is shown", () => {
    const mark = schema.mark("link", { href: "piao:2.2" });
    expect(schema.marks.link!.spec.toDOM!(mark, true)).toEqual(["span", { "data-part": "2.2" }, 0]);
    const rules = Link.config.parseHTML!.call({} as never)!;
    const read = (attributes: Record<string, string>) =>
      rules.map(({ getAttrs }) =>
        getAttrs?.({ getAttribute: (name: string) => attributes[name] ?? null } as HTMLElement & string),
      );
    expect(read({ "data-part": "2.2" })).toContainEqual({ href: "piao:2.2" });
    expect(read({ href: "piao:2.2" })).toContainEqual({ href: "piao:2.2" });
    expect(read({ "data-part": "javascript:alert(1)" })).toEqual([false, false]);
  });
});

describe("a reference stays one", () => {
  const marks = [{ type: "link", attrs: { href: "piao:STRATEGIA" } }];

  it("in Markdown, in the canonical text, and as its words in plain text", () => {
    const doc = new Y.Doc();
    Y.applyUpdate(
      doc,
      markdownToUpdate("Vedi la [strategia](piao:STRATEGIA) e [altro](piao:javascript:x).", 7),
    );
    const fragment = doc.getXmlFragment(fragmentName);
    expect(canonicalText(fragment)).toContain(
      '{"marks":[{"attrs":{"href":"piao:STRATEGIA"},"type":"link"}],"text":"strategia","type":"text"}',
    );
    expect(canonicalText(fragment)).not.toContain("javascript");
    expect(plainText(fragment)).toBe("Vedi la strategia e altro.");
  });

  it("in a text that is imported", () => {
    const block = { type: "block", content: [{ type: "text", text: "strategia", marks }] };
    expect(
      readImportedText({ type: "doc", content: [block] }).firstChild!.firstChild!.marks[0]!.attrs,
    ).toEqual(marks[0]!.attrs);
  });

  it("in an objective that is copied", () => {
    const title = schema.nodes.objectiveTitle!.create(
      null,
      schema.text("strategia", [schema.mark("link", marks[0]!.attrs)]),
    );
    const objective = schema.nodes.objective!.create({ key: "k" }, Fragment.from(title));
    expect(readCopiedObjective(writeCopiedObjective(objective))?.title).toEqual([
      { text: "strategia", marks: [], link: "piao:STRATEGIA" },
    ]);
  });
});
