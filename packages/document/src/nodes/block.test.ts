import { describe, expect, it } from "vitest";
import { schema } from "../schema.ts";
import { shapeOf } from "./block-shape.ts";

const shown = (attributes: Record<string, unknown>) =>
  schema.nodes.block!.spec.toDOM!(schema.nodes.block!.create(attributes));

describe("a block of text", () => {
  it.each([
    [{ kind: "paragraph" }, ["p", {}, 0]],
    [{ kind: "heading", level: 1 }, ["h2", {}, 0]],
    [{ kind: "heading", level: 4 }, ["h5", {}, 0]],
    [{ kind: "quote" }, ["blockquote", {}, 0]],
    [{ kind: "bullet", indent: 0 }, ["p", { "data-kind": "bullet", "data-indent": "0" }, 0]],
    [{ kind: "ordered", indent: 2 }, ["p", { "data-kind": "ordered", "data-indent": "2" }, 0]],
  ])("%o is shown as what it is", (attributes, element) => {
    expect(shown(attributes)).toEqual(element);
  });

  it.each([
    [
      { kind: "script", level: 1, indent: 0 },
      { kind: "paragraph", level: 1, indent: 0 },
    ],
    [
      { kind: "heading", level: 99 },
      { kind: "heading", level: 4, indent: 0 },
    ],
    [
      { kind: "heading", level: "1><script>" },
      { kind: "heading", level: 1, indent: 0 },
    ],
    [
      { kind: "bullet", indent: Number.POSITIVE_INFINITY },
      { kind: "bullet", level: 1, indent: 0 },
    ],
    [
      { kind: "bullet", indent: 1e9 },
      { kind: "bullet", level: 1, indent: 5 },
    ],
    [
      { kind: "paragraph", indent: 3 },
      { kind: "paragraph", level: 1, indent: 0 },
    ],
    [{ kind: { toString: null } }, { kind: "paragraph", level: 1, indent: 0 }],
  ])("[T27] has a shape that exists, also when a program wrote %o", (attributes, shape) => {
    expect(shapeOf(attributes)).toEqual(shape);
  });
});

describe("a cell of a table", () => {
  const cell = (attributes: Record<string, unknown>) => schema.nodes.tableCell!.create(attributes);

  it("shows how many columns it spans", () => {
    expect(schema.nodes.tableCell!.spec.toDOM!(cell({ colspan: 2 }))).toEqual(["td", { colspan: "2" }, 0]);
  });

  it.each([1e9, -1, 1.5, '2" onload="alert(1)'])(
    "[T27] spans one column when a program wrote %s",
    (colspan) => {
      expect(schema.nodes.tableCell!.spec.toDOM!(cell({ colspan, rowspan: colspan }))).toEqual(["td", {}, 0]);
    },
  );
});
