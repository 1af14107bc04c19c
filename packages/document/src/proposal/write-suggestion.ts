import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { markKey } from "./mark-key.ts";
import type { Change, SuggestionPlan } from "./plan-suggestion.ts";

/** Writes a suggestion into the shared text itself, where `doc` is what the editor shows of it. Not by way of the binding,
 *  which finds out what was typed by comparing texts: of two equal letters side by side, an adopted one and a proposed, it
 *  may take one for the other. Answers where the caret goes, or null where it stays. */
export function writeSuggestion(
  fragment: Y.XmlFragment,
  doc: Node,
  { changes, caret }: SuggestionPlan,
): number | null {
  let place = typeof caret === "number" ? anchorAt(fragment, doc, caret) : null;
  // From the end, so that none moves the place of another; at one place, what is put there last.
  const inOrder = [...changes].sort(
    (one, other) => startOf(other) - startOf(one) || isPut(one) - isPut(other),
  );
  for (const change of inOrder) {
    const behind = apply(fragment, doc, change);
    if (caret === "BEHIND" && behind && !place) place = behind;
  }
  return place && positionOf(fragment, place);
}

const startOf = (change: Change) => ("at" in change ? change.at : change.from);
const isPut = ({ kind }: Change) => (kind === "write" || kind === "insert" ? 1 : 0);

function apply(fragment: Y.XmlFragment, doc: Node, change: Change): Y.RelativePosition | null {
  switch (change.kind) {
    case "write":
      return write(fragment, doc, change.at, change.texts);
    case "insert": {
      const { parent, index } = placeIn(fragment, doc, change.at);
      const made = change.nodes.map(elementOf);
      parent.insert(index, made);
      return lastPlaceIn(made);
    }
    case "erase":
      for (const { text, from, to } of rangesIn(fragment, doc, change).reverse())
        text.delete(from, to - from);
      return null;
    case "mark":
      for (const { text, from, to } of rangesIn(fragment, doc, change))
        text.format(from, to - from, { [markKey(change.mark)]: change.isOn ? change.mark.attrs : null });
      return null;
    case "set": {
      const { parent, index } = placeIn(fragment, doc, change.at);
      const element = parent.get(index) as Y.XmlElement<Record<string, string | number | object>>;
      for (const [key, value] of Object.entries(change.attributes)) {
        if (value === null) element.removeAttribute(key);
        else element.setAttribute(key, value);
      }
      return null;
    }
    case "remove": {
      const { parent, index } = placeIn(fragment, doc, change.at);
      parent.delete(index);
      return null;
    }
  }
}

function write(fragment: Y.XmlFragment, doc: Node, at: number, texts: readonly Node[]): Y.RelativePosition {
  const { text, index } = textAt(fragment, doc, at, texts[0]!);
  let end = index;
  for (const { text: words = "", marks } of texts) {
    text.insert(end, words, attributesOf(marks));
    end += words.length;
  }
  return Y.createRelativePositionFromTypeIndex(text, end, -1);
}

/** The parent of what stands at a position between nodes, and its place there. */
function placeIn(fragment: Y.XmlFragment, doc: Node, at: number): { parent: Y.XmlFragment; index: number } {
  const $at = doc.resolve(at);
  let parent = fragment;
  for (let depth = 0; depth < $at.depth; depth++) parent = parent.get($at.index(depth)) as Y.XmlElement;
  // What the editor shows of an empty text is a block that is not there.
  return { parent, index: Math.min($at.index(), parent.length) };
}

interface TextPlace {
  readonly text: Y.XmlText;
  readonly index: number;
}

/** The text that stands at a position, or is made there. */
function textAt(fragment: Y.XmlFragment, doc: Node, at: number, words: Node): TextPlace {
  const $at = doc.resolve(at);
  const parent = elementAround(fragment, doc, at) ?? firstBlock(fragment, words);
  let left = $at.parentOffset;
  const children: unknown[] = parent.toArray();
  for (const child of children) {
    if (child instanceof Y.XmlText && left <= child.length) return { text: child, index: left };
    left -= child instanceof Y.XmlText ? child.length : 1;
    if (left < 0) break;
  }
  const text = new Y.XmlText();
  parent.insert(childIndexAt(children, $at.parentOffset), [text]);
  return { text, index: 0 };
}

function childIndexAt(children: readonly unknown[], offset: number): number {
  let left = offset;
  for (let index = 0; index < children.length; index++) {
    if (left <= 0) return index;
    const child = children[index];
    left -= child instanceof Y.XmlText ? child.length : 1;
  }
  return children.length;
}

function elementAround(fragment: Y.XmlFragment, doc: Node, at: number): Y.XmlElement | null {
  const $at = doc.resolve(at);
  let parent: Y.XmlFragment = fragment;
  for (let depth = 0; depth < $at.depth; depth++) {
    const child: unknown = $at.index(depth) < parent.length ? parent.get($at.index(depth)) : null;
    if (!(child instanceof Y.XmlElement)) return null;
    parent = child;
  }
  return parent instanceof Y.XmlElement ? parent : null;
}

/** Of an empty text even the first block is proposed. */
function firstBlock(fragment: Y.XmlFragment, words: Node): Y.XmlElement {
  const block = new Y.XmlElement("block");
  const { id } = words.marks.find(({ type }) => type.name === "insertion")!.attrs;
  block.setAttribute("inserted", String(id));
  fragment.insert(0, [block]);
  return block;
}

function rangesIn(
  fragment: Y.XmlFragment,
  doc: Node,
  { from, to }: { readonly from: number; readonly to: number },
): { text: Y.XmlText; from: number; to: number }[] {
  const parent = elementAround(fragment, doc, from);
  const start = doc.resolve(from).parentOffset;
  const end = start + to - from;
  const ranges: { text: Y.XmlText; from: number; to: number }[] = [];
  let offset = 0;
  const children: unknown[] = parent?.toArray() ?? [];
  for (const child of children) {
    const length = child instanceof Y.XmlText ? child.length : 1;
    const [first, last] = [Math.max(start - offset, 0), Math.min(end - offset, length)];
    if (child instanceof Y.XmlText && first < last) ranges.push({ text: child, from: first, to: last });
    offset += length;
  }
  return ranges;
}

function elementOf(node: Node): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, string | number | object>>(node.type.name);
  for (const [key, value] of Object.entries(node.attrs)) if (value !== null) element.setAttribute(key, value);
  if (node.isTextblock) {
    if (node.content.size > 0) {
      const text = new Y.XmlText();
      text.applyDelta(
        node.children.map(({ text, marks }) => ({ insert: text, attributes: attributesOf(marks) })),
      );
      element.insert(0, [text]);
    }
  } else element.insert(0, node.children.map(elementOf));
  return element as Y.XmlElement;
}

function attributesOf(marks: Node["marks"]): Record<string, unknown> {
  return Object.fromEntries(marks.map((mark) => [markKey(mark), mark.attrs]));
}

/** Behind the words of the last block; in a table, in its first cell. */
function lastPlaceIn(made: readonly Y.XmlElement[]): Y.RelativePosition {
  let place: Y.XmlElement = made.at(-1)!;
  while (place.nodeName.startsWith("table") && place.get(0) instanceof Y.XmlElement)
    place = place.get(0) as Y.XmlElement;
  const text: unknown = place.length > 0 ? place.get(0) : null;
  if (text instanceof Y.XmlText) return Y.createRelativePositionFromTypeIndex(text, text.length, -1);
  return Y.createRelativePositionFromTypeIndex(place, 0, -1);
}

function anchorAt(fragment: Y.XmlFragment, doc: Node, at: number): Y.RelativePosition | null {
  const parent = elementAround(fragment, doc, at);
  if (!parent) return null;
  let left = doc.resolve(at).parentOffset;
  const children: unknown[] = parent.toArray();
  for (const child of children) {
    if (child instanceof Y.XmlText && left <= child.length)
      return Y.createRelativePositionFromTypeIndex(child, left, -1);
    left -= child instanceof Y.XmlText ? child.length : 1;
  }
  return Y.createRelativePositionFromTypeIndex(parent, parent.length, -1);
}

/** The editor's position of a place in the shared text; null where it has gone. */
function positionOf(fragment: Y.XmlFragment, place: Y.RelativePosition): number | null {
  const found = Y.createAbsolutePositionFromRelativePosition(place, fragment.doc!);
  if (!found) return null;
  let position = 0;
  const walk = (parent: Y.XmlFragment): boolean => {
    const children: unknown[] = parent.toArray();
    for (let index = 0; index <= children.length; index++) {
      if ((parent as unknown) === found.type && index === found.index) return true;
      const child = children[index];
      if (child instanceof Y.XmlText) {
        if ((child as unknown) === found.type) {
          position += found.index;
          return true;
        }
        position += child.length;
      } else if (child instanceof Y.XmlElement) {
        if (child.nodeName === "hardBreak") position += 1;
        else {
          position += 1;
          if (walk(child)) return true;
          position += 1;
        }
      }
    }
    return false;
  };
  return walk(fragment) ? position : null;
}
