import type { JSONContent } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { linkTarget } from "../marks/part-reference.ts";
import { shapeOf } from "../nodes/block-shape.ts";
import { isCellSpan } from "../nodes/cell-span.ts";
import {
  cutText,
  fieldText,
  indicatorFields,
  longestField,
  objectiveFields,
} from "../objective/objective-fields.ts";
import { schema } from "../schema.ts";

/** What was sent is no text of ours; it says nothing that people should not read. */
export class BadText extends Error {
  override readonly name = "BadText";
}

/** A text of which the schema has been asked. */
export type ImportedText = Node;

/** A section's text from ProseMirror JSON that anybody may have sent: nothing but what the schema knows, no address that a browser
 *  would run, and nothing that claims to be somebody's suggestion. Throws a `BadText`. */
export function readImportedText(json: unknown): ImportedText {
  const { type, content } = recordOf(json);
  if (type !== "doc") throw new BadText("no document");
  try {
    const node = schema.nodeFromJSON({ type: "doc", content: listOf(content).map(nodeOf) });
    node.check();
    return node;
  } catch (error) {
    if (error instanceof RangeError) throw new BadText(error.message);
    throw error;
  }
}

type Attributes = Readonly<Record<string, unknown>>;

/** What of its attributes a node may bring. A node that is not here is none of a text that is imported. */
const attributesOf: Readonly<Record<string, (attrs: Attributes) => Attributes>> = {
  block: (attrs) => ({ ...shapeOf(attrs) }),
  paragraph: () => ({}),
  hardBreak: () => ({}),
  table: () => ({}),
  tableRow: () => ({}),
  tableCell: spansOf,
  tableHeader: spansOf,
  objective: (attrs) => fieldsOf(attrs, ["key", ...objectiveFields]),
  objectiveTitle: () => ({}),
  indicator: (attrs) => fieldsOf(attrs, ["key", ...indicatorFields]),
};

function nodeOf(json: unknown): JSONContent {
  const { type, attrs, content, text, marks } = recordOf(json);
  if (type === "text") return textOf(text, marks);
  const read = typeof type === "string" && Object.hasOwn(attributesOf, type) ? attributesOf[type] : undefined;
  if (!read) throw new BadText("an unknown node");
  return { type: String(type), attrs: read(recordOf(attrs)), content: listOf(content).map(nodeOf) };
}

function textOf(text: unknown, marks: unknown): JSONContent {
  if (typeof text !== "string" || text === "") throw new BadText("a text without letters");
  // PostgreSQL takes no NUL, and no half of a pair of UTF-16.
  return {
    type: "text",
    text: text.replaceAll(/\0|\p{Surrogate}/gu, "\ufffd"),
    marks: listOf(marks).map(markOf),
  };
}

function markOf(json: unknown): { type: string; attrs?: Record<string, unknown> } {
  const { type, attrs } = recordOf(json);
  if (type === "bold" || type === "italic" || type === "underline") return { type };
  const href = type === "link" ? linkTarget(recordOf(attrs).href) : null;
  if (href === null) throw new BadText("an unknown mark");
  return { type: "link", attrs: { href } };
}

function spansOf({ colspan = 1, rowspan = 1 }: Attributes): Attributes {
  if (!isCellSpan(colspan) || !isCellSpan(rowspan)) throw new BadText("a span of a cell");
  return { colspan, rowspan };
}

function fieldsOf(attrs: Attributes, fields: readonly string[]): Attributes {
  const filled = fields.map((field) => [field, cutText(fieldText(attrs, field), longestField)] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== ""));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new BadText("no list");
  return value;
}
