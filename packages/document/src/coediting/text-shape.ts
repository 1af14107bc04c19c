import * as Y from "yjs";
import { isCellSpan } from "../nodes/cell-span.ts";
import { markNameOf } from "../proposal/mark-key.ts";
import { fragmentName, schema } from "../schema.ts";

/** In what a piece of a text stands: the name of the node whose content it is in, or one of these. */
const Place = {
  /** Among the letters of a text: what is not noted is there. */
  letters: "letters",
  /** The value of an attribute; `span`: of `colspan` or `rowspan`. */
  attribute: "attribute",
  span: "span",
  /** In something that is forgotten: Yjs forgets it, too. */
  gone: "gone",
  /** Between two that stand in different places: where Yjs puts it would hang on the order of merging. No editor writes it. */
  astray: "astray",
} as const;

/** What programs keep beside the text is of whatever shape, in lists and under keys, but nests no deeper than this. */
const deepestBeside = 8;
const inList = Array.from({ length: deepestBeside }, (_, depth) => `beside ${depth}`);
const underKey = Array.from({ length: deepestBeside }, (_, depth) => `value beside ${depth}`);
const depthsBeside = new Map(
  [inList, underKey].flatMap((places) =>
    [...places.entries()].map(([depth, place]) => [place, depth] as const),
  ),
);

/** Longer than any address of a link. */
const longestValue = 2_000;

interface Piece {
  readonly from: number;
  to: number;
  readonly place: string;
  /** The place of what stands in it, when it holds something. */
  readonly holds: string | null;
}

type Struct = Y.Item | Y.GC | Y.Skip;

/** Where the nodes of a text stand, as far as it takes to know whether a further piece fits the schema, without a document
 *  of objects: of each node an entry, of letters none. What the editor could not hold, the binding would delete for
 *  everybody, and what nests without end no Yjs could delete any more. */
export class TextShape {
  private pieces: Map<number, Piece[]> | null = null;

  /** A shape may stand on another, which it does not change. */
  constructor(private readonly ground: TextShape | null = null) {}

  /** Notes a piece; what it rests on has been noted before. Answers why the editor could not hold it, in words for a log,
   *  or null. */
  add(struct: Struct): string | null {
    const { id, length } = struct;
    if (struct instanceof Y.Skip) return null;
    if (!(struct instanceof Y.Item)) {
      this.note(id, length, Place.gone, null);
      return null;
    }
    const place = this.placeOf(struct);
    const { content } = struct;
    if (!(content instanceof Y.ContentType)) {
      this.note(id, length, place, null);
      return faultOf(content, place);
    }
    const holds = heldBy(content.type, place);
    this.note(id, length, holds === null ? Place.gone : place, holds ?? Place.gone);
    return holds === null ? `${nameOf(content.type)} in ${place}` : null;
  }

  /** Notes what another shape, that stands on this one, has noted beside. */
  take(added: TextShape): void {
    for (const [client, pieces] of added.pieces ?? []) {
      for (const { from, to, place, holds } of pieces) this.put(client, { from, to, place, holds });
    }
  }

  private placeOf({ parent, parentSub, origin, rightOrigin }: Y.Item): string {
    if (typeof parent === "string") {
      if (parent !== fragmentName) return (parentSub === null ? inList : underKey)[0]!;
      return parentSub === null ? schema.topNodeType.name : Place.attribute;
    }
    if (parent instanceof Y.ID) {
      const holds = this.find(parent)?.holds ?? Place.gone;
      if (parentSub === null || holds === Place.gone) return holds;
      const depth = depthsBeside.get(holds);
      if (depth !== undefined) return underKey[depth]!;
      return parentSub === "colspan" || parentSub === "rowspan" ? Place.span : Place.attribute;
    }
    // As Yjs does: forgotten beside what is forgotten, else where the left one is.
    const left = origin && this.find(origin)?.place;
    const right = rightOrigin && this.find(rightOrigin)?.place;
    if (left === Place.gone || right === Place.gone) return Place.gone;
    if (origin && rightOrigin && left !== right) return Place.astray;
    return (origin ? left : right) ?? Place.letters;
  }

  private find(id: Y.ID): Piece | undefined {
    const pieces = this.pieces?.get(id.client);
    const last = pieces?.[pieces.length - 1];
    // Letters mostly come after all that is noted.
    if (pieces && last && id.clock < last.to) {
      const found = pieces[firstEndingAfter(pieces, id.clock)]!;
      if (found.from <= id.clock) return found;
    }
    return this.ground?.find(id);
  }

  private note({ client, clock }: Y.ID, length: number, place: string, holds: string | null): void {
    this.put(client, { from: clock, to: clock + length, place, holds });
  }

  private put(client: number, piece: Piece): void {
    const isOfInterest = piece.place !== Place.letters;
    const pieces = this.pieces?.get(client);
    if (!pieces) {
      if (!isOfInterest) return;
      this.pieces ??= new Map();
      this.pieces.set(client, [piece]);
      return;
    }
    const last = pieces.at(-1);
    if (!last || last.to <= piece.from) {
      if (!isOfInterest) return;
      if (last && last.to === piece.from && isAlike(last, piece)) last.to = piece.to;
      else pieces.push(piece);
      return;
    }
    // Noted before, mostly as it is now; or by somebody who was refused since.
    const start = firstEndingAfter(pieces, piece.from);
    const known = pieces[start]!;
    if (isOfInterest && known.from <= piece.from && known.to >= piece.to && isSame(known, piece)) return;
    let end = start;
    const kept: Piece[] = [];
    for (; end < pieces.length && pieces[end]!.from < piece.to; end++) {
      const other = pieces[end]!;
      if (other.from < piece.from) kept.push({ ...other, to: piece.from });
      if (other.to > piece.to) kept.push({ ...other, from: piece.to });
    }
    const added = isOfInterest ? [piece] : [];
    if (end > start || isOfInterest) {
      const all = [...kept, ...added].sort((one, other) => one.from - other.from);
      pieces.splice(start, end - start, ...all);
    }
  }
}

const isSame = (one: Piece, other: Piece) => one.place === other.place && one.holds === other.holds;
const isAlike = (one: Piece, other: Piece) =>
  one.place === other.place && one.holds === null && other.holds === null;

/** What stands in a node of this type, when the node stands there; null when it may not. */
function heldBy(type: Y.AbstractType<unknown>, place: string): string | null {
  if (place === Place.gone) return Place.gone;
  const depth = depthsBeside.get(place);
  if (depth !== undefined) return inList[depth + 1] ?? null;
  const nodeType = typeOf(type);
  if (!nodeType || !schema.nodes[place]?.contentMatch.matchType(nodeType)) return null;
  return nodeType.isText ? Place.letters : nodeType.name;
}

function typeOf(type: Y.AbstractType<unknown>) {
  if (type instanceof Y.XmlText) return schema.nodes.text;
  return type instanceof Y.XmlElement ? schema.nodes[type.nodeName] : undefined;
}

const nameOf = (type: Y.AbstractType<unknown>) =>
  type instanceof Y.XmlElement ? type.nodeName : type.constructor.name;

/** Why content that is no node may not stand there, or null. */
function faultOf(content: Y.Item["content"], place: string): string | null {
  if (content instanceof Y.ContentDeleted || place === Place.gone) return null;
  if (place === Place.letters) {
    if (content instanceof Y.ContentString) return null;
    if (content instanceof Y.ContentFormat) return faultOfMark(content);
  } else if (place === Place.attribute || place === Place.span) {
    if (content instanceof Y.ContentAny) return faultOfValue(content.arr, place);
  } else if (depthsBeside.has(place) && !(content instanceof Y.ContentDoc)) {
    return underKey.includes(place) && content.getLength() > 1 ? "several values of one key" : null;
  }
  return `${content.constructor.name} in ${place}`;
}

/** Yjs keeps one value of a key alive: of two in one piece, only the second would ever be deleted. */
function faultOfValue([value, ...others]: readonly unknown[], place: string): string | null {
  if (others.length > 0) return "several values of one key";
  const isHeld = place === Place.span ? isCellSpan(value) : isShort(value);
  return isHeld ? null : `${place} beyond bounds`;
}

function faultOfMark({ key, value }: Y.ContentFormat): string | null {
  if (!schema.marks[markNameOf(key)]) return `mark ${key}`;
  return isShort(value) ? null : "a mark beyond bounds";
}

function isShort(value: unknown): boolean {
  const written = typeof value === "string" ? value : JSON.stringify(value);
  return (written?.length ?? 0) <= longestValue;
}

function firstEndingAfter(pieces: readonly Piece[], clock: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.to > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
