import * as Y from "yjs";
import { partReference } from "../marks/part-reference.ts";
import { safeAddress } from "../marks/safe-address.ts";
import { type BlockShape, shapeOf } from "../nodes/block-shape.ts";
import { nodeSuggestions } from "../nodes/suggestion-attributes.ts";
import { type Letters, lettersIn, type SuggestedFormat } from "./letters.ts";

/** What a suggestion changes, to be read also when it has gone from the text. */
export interface SuggestionExcerpt {
  /** What stands around it. */
  readonly before: string;
  readonly after: string;
  readonly removed: string;
  readonly added: string;
  readonly formats: readonly Omit<SuggestedFormat, "id">[];
  /** Whole blocks, rows or tables that come or go. */
  readonly nodes: readonly { readonly node: SuggestedNode; readonly change: "ADDED" | "REMOVED" }[];
  readonly shapes: readonly { readonly from: BlockShape; readonly to: BlockShape }[];
}

/** What a look that is proposed is called: after its mark, with `no-` before it where it is taken off; `part` for a link that leads to
 *  a part of the plan. */
export function nameOfFormat({ mark, to }: SuggestionExcerpt["formats"][number]): string {
  if (to === false) return `no-${mark}`;
  return partReference(to) === null ? mark : "part";
}

/** Where a link leads that is proposed, out of the plan: whoever decides has to know. */
export function proposedAddress({ formats }: Pick<SuggestionExcerpt, "formats">): string | null {
  return formats.map(({ mark, to }) => (mark === "link" ? safeAddress(to) : null)).find(Boolean) ?? null;
}

export type SuggestedNode = "BLOCK" | "TABLE" | "ROW";
const suggestedNodes: Readonly<Record<string, SuggestedNode>> = {
  block: "BLOCK",
  paragraph: "BLOCK",
  table: "TABLE",
  tableRow: "ROW",
};

export const suggestionKinds = ["INSERT", "DELETE", "REPLACE", "FORMAT", "SHAPE"] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** A suggestion that is open in a text. */
export interface OpenSuggestion {
  readonly id: string;
  readonly kind: SuggestionKind;
  readonly excerpt: SuggestionExcerpt;
  /** In which block or table of the text it begins, counted from 0. */
  readonly part: number;
  /** Under which Yjs client its first piece was written: whose it is. */
  readonly client: number;
}

const longestContext = 40;
/** More of a suggestion is read in the text itself. */
const longestExcerpt = 500;

/** All suggestions that are open in a text, in its order. */
export function suggestionsIn(fragment: Y.XmlFragment): OpenSuggestion[] {
  const found = new Map<string, Draft>();
  fragment.toArray().forEach((child: unknown, part) => {
    if (child instanceof Y.XmlElement) readElement(child, part, found);
  });
  return [...found].map(([id, { part, client, ...excerpt }]) => ({
    id,
    kind: kindOf(excerpt),
    excerpt: cut(excerpt),
    part,
    client,
  }));
}

type Draft = { -readonly [Key in keyof SuggestionExcerpt]: SuggestionExcerpt[Key] } & {
  readonly part: number;
  readonly client: number;
};

function readElement(element: Y.XmlElement, part: number, found: Map<string, Draft>): void {
  const attributes: Record<string, unknown> = element.getAttributes();
  const { inserted, deleted, proposed } = nodeSuggestions(attributes);
  const of = (id: string, attribute: string) =>
    draftOf(id, part, element._map.get(attribute)!.id.client, found);
  const node = suggestedNodes[element.nodeName];
  if (node && inserted) {
    const draft = of(inserted, "inserted");
    draft.nodes = [...draft.nodes, { node, change: "ADDED" }];
  }
  for (const id of node ? deleted : []) {
    const draft = of(id, "deleted");
    draft.nodes = [...draft.nodes, { node: node!, change: "REMOVED" }];
  }
  if (proposed) {
    const draft = of(proposed.id, "proposed");
    draft.shapes = [...draft.shapes, { from: shapeOf(attributes), to: proposed.shape }];
    if (draft.before === "") draft.before = wordsOf(element);
  }
  const children: unknown[] = element.toArray();
  for (const child of children) {
    if (child instanceof Y.XmlElement) readElement(child, part, found);
    else if (child instanceof Y.XmlText) readText(child, part, found);
  }
}

function readText(text: Y.XmlText, part: number, found: Map<string, Draft>): void {
  const all = [...lettersIn(text)];
  const last = new Map<string, number>();
  all.forEach((letters, at) => {
    for (const [id, client] of letters.writers) {
      const isNew = !found.has(id);
      const draft = draftOf(id, part, client, found);
      if (isNew) draft.before = contextOf(all.slice(0, at));
      // Pieces of one suggestion in two places are told apart.
      const gap = last.get(id) === at - 1 ? "" : " … ";
      last.set(id, at);
      if (letters.inserted === id) draft.added = joined(draft.added, gap, letters.text);
      else if (letters.deleted.includes(id)) draft.removed = joined(draft.removed, gap, letters.text);
      else {
        for (const { mark, to } of letters.formats.filter((format) => format.id === id))
          if (!draft.formats.some((other) => other.mark === mark && other.to === to))
            draft.formats = [...draft.formats, { mark, to }];
        // What only looks otherwise is the same words before and after.
        draft.removed = joined(draft.removed, gap, letters.text);
        draft.added = joined(draft.added, gap, letters.text);
      }
      draft.after = contextOf(all.slice(at + 1), true);
    }
  });
}

function joined(words: string, gap: string, more: string): string {
  return words === "" ? more : words + gap + more;
}

function draftOf(id: string, part: number, client: number, found: Map<string, Draft>): Draft {
  let draft = found.get(id);
  if (!draft) {
    draft = {
      part,
      client,
      before: "",
      after: "",
      removed: "",
      added: "",
      formats: [],
      nodes: [],
      shapes: [],
    };
    found.set(id, draft);
  }
  return draft;
}

/** The adopted words. */
function contextOf(letters: readonly Letters[], isAfter = false): string {
  const words = letters.map(({ inserted, text }) => (inserted === null ? text : "")).join("");
  return isAfter ? words.slice(0, longestContext) : words.slice(-longestContext);
}

function wordsOf(element: Y.XmlElement): string {
  const texts = element.toArray().filter((child: unknown) => child instanceof Y.XmlText);
  return texts
    .map((text) => contextOf([...lettersIn(text)], true))
    .join("")
    .slice(0, longestContext);
}

function kindOf({ removed, added, formats, shapes, nodes }: SuggestionExcerpt): SuggestionKind {
  if (formats.length > 0) return "FORMAT";
  const adds = added !== "" || nodes.some(({ change }) => change === "ADDED");
  const removes = removed !== "" || nodes.some(({ change }) => change === "REMOVED");
  if (adds && removes) return "REPLACE";
  if (!adds && !removes && shapes.length > 0) return "SHAPE";
  return removes ? "DELETE" : "INSERT";
}

function cut(excerpt: SuggestionExcerpt): SuggestionExcerpt {
  const short = (text: string) => (text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text);
  return {
    ...excerpt,
    removed: short(excerpt.removed),
    added: short(excerpt.added),
    nodes: excerpt.nodes.slice(0, 50),
  };
}
