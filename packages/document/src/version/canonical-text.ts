import type * as Y from "yjs";
import { isList, shapeOf } from "../nodes/block-shape.ts";
import { schema } from "../schema.ts";
import { type Attributes, type ContentNode, isNode, type Run, readContent } from "./content.ts";

type Json = { readonly [key: string]: unknown };

/** The one string that stands for what a text says: two texts have the same one when they read the same, however they
 *  came to be. The rule is in the README of this package. */
export function canonicalText(fragment: Y.XmlFragment): string {
  return spell({ type: "doc", content: jsonOf(readContent(fragment)) });
}

/** SHA-256 of the canonical text in UTF-8. */
export function hashText(fragment: Y.XmlFragment): Promise<Uint8Array> {
  return hashBytes(new TextEncoder().encode(canonicalText(fragment)));
}

export async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** The same for a part of a text, to tell whether two are alike. */
export function canonicalPart(node: ContentNode): string {
  return spell(jsonOfNode(node));
}

export function canonicalMarks(marks: Attributes): string {
  return spell(marksOf(marks));
}

export interface MarkJson {
  readonly type: string;
  readonly attrs?: Attributes;
}

/** In one order, whatever the shared text's. */
export function marksOf(marks: Attributes): MarkJson[] {
  return Object.entries(marks)
    .map(([name, attributes]) => {
      const attrs = isPlain(attributes) ? present(attributes) : {};
      // The binding tells marks of one kind apart by a hash behind their name.
      const type = name.replace(/--[a-zA-Z0-9+/=]{8}$/, "");
      return Object.keys(attrs).length > 0 ? { type, attrs } : { type };
    })
    .sort((one, other) => compare(spell(one), spell(other)));
}

function jsonOf(items: readonly (ContentNode | Run)[]): Json[] {
  const json: Json[] = [];
  let run = { text: "", marks: "" };
  for (const item of items) {
    if (isNode(item)) {
      json.push(jsonOfNode(item));
      run = { text: "", marks: "" };
      continue;
    }
    const text = visible(item.text);
    if (text === "") continue;
    const marks = marksOf(item.marks);
    const spelled = spell(marks);
    const goesOn = run.text !== "" && run.marks === spelled;
    if (goesOn) json.pop();
    run = { text: goesOn ? run.text + text : text, marks: spelled };
    json.push({ type: "text", text: run.text, ...(marks.length > 0 ? { marks } : {}) });
  }
  return json;
}

function jsonOfNode(node: ContentNode): Json {
  const attrs = attributesOf(node);
  const content = jsonOf(node.content);
  return {
    // What a stock Tiptap client writes is shown as the same paragraph.
    type: node.type === "paragraph" ? "block" : node.type,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}

function attributesOf({ type, attributes }: ContentNode): Attributes {
  const defaults = schema.nodes[type]?.spec.attrs ?? {};
  const shown = type === "block" ? { ...attributes, ...shownShape(attributes) } : attributes;
  return Object.fromEntries(
    Object.entries(present(shown)).filter(([name, value]) => value !== defaults[name]?.default),
  );
}

/** A paragraph that was a heading once keeps its level and does not show it. */
function shownShape(attributes: Attributes): Attributes {
  const { kind, level, indent } = shapeOf(attributes);
  return {
    kind,
    level: kind === "heading" ? level : null,
    indent: isList(kind) ? indent : null,
  };
}

/** Where the library of tracked changes marks a new paragraph, it writes a letter that nobody sees. */
export function visible(text: string): string {
  return text.replaceAll("\u200b", "");
}

function present(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** JSON without spaces whose keys are in order. */
export function spell(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isPlain(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => compare(one, other)))
      : inner,
  );
}

function isPlain(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// By their code units, never by somebody's language.
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
