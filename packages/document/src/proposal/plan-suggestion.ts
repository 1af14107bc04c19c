import type { Attrs, Mark, Node, ResolvedPos, Slice } from "@tiptap/pm/model";
import type { Selection, Transaction } from "@tiptap/pm/state";
import { AddMarkStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep } from "@tiptap/pm/transform";
import { type BlockShape, shapeOf } from "../nodes/block-shape.ts";
import { nodeSuggestions, writeDeleted } from "../nodes/suggestion-attributes.ts";
import { isProposable } from "./letters.ts";
import { isSuggestionId } from "./suggestion-id.ts";

/** Under whose proposal something is suggested. */
export interface Proposer {
  /** A suggestion of this person's: they may take it back. */
  isMine(id: string): boolean;
  /** One of the proposal under way: what touches it goes on with it. */
  isCurrent(id: string): boolean;
  newId(): string;
}

/** One change to the shared text; places are those of the text before all of them. */
export type Change =
  | { readonly kind: "write"; readonly at: number; readonly texts: readonly Node[] }
  | { readonly kind: "erase"; readonly from: number; readonly to: number }
  | {
      readonly kind: "mark";
      readonly from: number;
      readonly to: number;
      readonly mark: Mark;
      readonly isOn: boolean;
    }
  | { readonly kind: "insert"; readonly at: number; readonly nodes: readonly Node[] }
  | { readonly kind: "set"; readonly at: number; readonly attributes: Attrs }
  | { readonly kind: "remove"; readonly at: number };

export interface SuggestionPlan {
  readonly changes: readonly Change[];
  /** Where the caret goes: behind what is written or into what is inserted, or to this place; null where it stays. */
  readonly caret: "BEHIND" | number | null;
}

/** What an editor was about to do, as a suggestion; null for what cannot be suggested. Own suggestions are changed, all else
 *  stays as it is and has what is proposed beside it. */
export function planSuggestion(
  { before, steps, mapping }: Transaction,
  selection: Selection,
  proposer: Proposer,
): SuggestionPlan | null {
  const planner = new Planner(before, selection, proposer);
  const done = steps.every((step, index) => {
    // Each step names places as they were before it.
    const earlier = mapping.maps.slice(0, index).reverse();
    const back: Back = (place, side) => earlier.reduce((at, map) => map.invert().map(at, side), place);
    if (step instanceof ReplaceStep) return planner.replace(step, back);
    if (step instanceof ReplaceAroundStep) return planner.reshape(step, back);
    if (step instanceof AddMarkStep) return planner.format(step, true, back);
    return step instanceof RemoveMarkStep && planner.format(step, false, back);
  });
  return done ? planner : null;
}

/** Where something was before all changes. */
type Back = (place: number, side: -1 | 1) => number;

class Planner implements SuggestionPlan {
  readonly changes: Change[] = [];
  caret: SuggestionPlan["caret"] = null;
  private id: string | null = null;

  constructor(
    private readonly doc: Node,
    private readonly selection: Selection,
    private readonly proposer: Proposer,
  ) {}

  replace({ from: start, to: end, slice }: ReplaceStep, back: Back): boolean {
    const [from, to] = [back(start, 1), back(end, -1)];
    const [first, last] = [from, Math.max(from, to)];
    this.id ??= this.idBeside(first, last);
    if (last > first) {
      this.takeAway(first, last, slice.size === 0);
      const isForward = this.selection.empty && this.selection.from === first;
      this.caret = isForward ? last : first;
    }
    return slice.size === 0 || this.put(this.doc.resolve(last), slice, last > first);
  }

  /** Changes of a block's kind, level or indent. */
  reshape({ from, to, gapFrom, gapTo, slice }: ReplaceAroundStep, back: Back): boolean {
    const at = back(from, 1);
    const node = this.doc.nodeAt(at);
    const wanted = slice.content.firstChild;
    const isMarkup = gapFrom === from + 1 && gapTo === to - 1 && slice.content.childCount === 1;
    if (!isMarkup || node?.type.name !== "block" || wanted?.type !== node.type) return false;
    const shape = shapeOf(wanted.attrs);
    if (this.isMineAlone(node)) return this.add({ kind: "set", at, attributes: { ...shape } });
    const { proposed } = nodeSuggestions(node.attrs);
    // One shape is proposed at a time: whoever comes second waits until that is decided.
    if (proposed && !this.proposer.isMine(proposed.id)) return true;
    const isBack =
      isSameShape(shape, shapeOf(node.attrs)) || (proposed && isSameShape(shape, proposed.shape));
    const value = isBack ? null : { id: proposed?.id ?? this.ownId(), ...shape };
    return this.add({ kind: "set", at, attributes: { proposed: value } });
  }

  format({ from: start, to: end, mark }: AddMarkStep | RemoveMarkStep, isOn: boolean, back: Back): boolean {
    const name = mark.type.name;
    if (!isProposable(name)) return false;
    const [from, to] = [back(start, 1), back(end, -1)];
    const { modification } = this.doc.type.schema.marks;
    const wanted = isOn ? (name === "link" ? mark.attrs.href : true) : false;
    this.eachText(from, to, (text, range) => {
      const own = text.marks.filter(
        ({ type, attrs }) => type === modification && attrs.mark === name && this.proposer.isMine(attrs.id),
      );
      if (this.isMineText(text)) this.add({ kind: "mark", ...range, mark, isOn });
      else {
        for (const other of own) this.add({ kind: "mark", ...range, mark: other, isOn: false });
        // A second time takes it back.
        if (own.some(({ attrs }) => attrs.to === wanted)) return;
        const suggested = modification!.create({ id: this.ownId(), mark: name, to: wanted });
        this.add({ kind: "mark", ...range, mark: suggested, isOn: true });
      }
    });
    return true;
  }

  private takeAway(from: number, to: number, isAll: boolean): void {
    const { deletion } = this.doc.type.schema.marks;
    let endOfTable = 0;
    this.doc.nodesBetween(from, to, (node, at) => {
      if (node.isText) return false;
      if (!places.has(node.type.name)) return true;
      const end = at + node.nodeSize;
      const isWhole = at >= from && end <= to;
      const isEmptied = at + 1 >= from && end - 1 <= to;
      if (this.isMineAlone(node)) {
        const isJoined = isEmptied && (from <= at || to >= end);
        if (!isWhole && !isJoined) return true;
        this.erased.push({ from: at, to: end });
        return !this.add({ kind: "remove", at });
      }
      // Whoever selects all words of a block to delete them means the block.
      const isMeant =
        isAll && !this.selection.empty && node.isTextblock && node.content.size > 0 && isEmptied;
      const loses = isWhole || isMeant;
      if (!loses || at < endOfTable) return true;
      if (node.type.name === "table") endOfTable = end;
      const { deleted } = nodeSuggestions(node.attrs);
      if (!deleted.some((id) => this.proposer.isMine(id)))
        this.add({ kind: "set", at, attributes: { deleted: writeDeleted([...deleted, this.ownId()]) } });
      return true;
    });
    this.eachText(from, to, (text, range) => {
      if (this.erased.some((gone) => gone.from <= range.from && range.to <= gone.to)) return;
      if (this.isMineText(text)) this.add({ kind: "erase", ...range });
      else if (!text.marks.some(({ type, attrs }) => type === deletion && this.proposer.isMine(attrs.id)))
        this.add({ kind: "mark", ...range, mark: deletion!.create({ id: this.ownId() }), isOn: true });
    });
  }

  /** Own nodes that go with all that is in them. */
  private readonly erased: { from: number; to: number }[] = [];

  private put($at: ResolvedPos, slice: Slice, isReplacing: boolean): boolean {
    const nodes = slice.content.content;
    if ($at.parent.type.name === "table") return this.putPlaces($at.pos, nodes, "tableRow");
    if ($at.depth === 0) return this.putPlaces($at.pos, nodes);
    if (!$at.parent.isTextblock) return false;
    const isInline = nodes.every((node) => node.isInline);
    const opens = !isInline && slice.openStart > 0 && nodes[0]!.isTextblock;
    const words = isInline ? nodes : opens ? nodes[0]!.content.content : [];
    const rest = isInline ? [] : opens ? nodes.slice(1) : nodes;
    const texts = words.map((node) => this.suggested(node));
    if (rest.length > 0 && $at.depth > 1) return false;
    const isEnter = opens && texts.length === 0 && rest.length === 1 && rest[0]!.content.size === 0;
    if (isEnter && !isReplacing && $at.parentOffset === 0 && $at.parent.content.size > 0)
      return this.putPlaces($at.before(1), rest, undefined, null);
    if (texts.length > 0) this.add({ kind: "write", at: $at.pos, texts });
    this.caret = "BEHIND";
    return rest.length === 0 || this.putPlaces($at.after(1), rest);
  }

  private putPlaces(
    at: number,
    nodes: readonly Node[],
    only?: string,
    caret: SuggestionPlan["caret"] = "BEHIND",
  ): boolean {
    if (
      nodes.some(({ type }) => (only ? type.name !== only : type.isInline || notByThemselves.has(type.name)))
    )
      return false;
    this.caret = caret;
    return this.add({ kind: "insert", at, nodes: nodes.map((node) => this.suggested(node)) });
  }

  /** The same, as it stands in the text while it is proposed. */
  private suggested(node: Node, isInside = false): Node {
    const { block, paragraph } = node.type.schema.nodes;
    const { insertion } = node.type.schema.marks;
    if (node.isInline) {
      // A break would cut the text of a block in two, and the second half be written anew.
      const plain = node.isText ? node : node.type.schema.text(" ");
      return plain.mark(insertion!.create({ id: this.ownId() }).addToSet(plainMarks(node)));
    }
    const content = node.content.content.map((child) => this.suggested(child, true));
    const type = node.type === paragraph ? block! : node.type;
    const attributes = type === block ? { ...shapeOf(node.attrs) } : { ...node.attrs };
    const suggestions = places.has(type.name)
      ? { inserted: isInside ? null : this.ownId(), deleted: null }
      : {};
    return type.create({ ...attributes, ...suggestions }, content);
  }

  private add(change: Change): true {
    this.changes.push(change);
    return true;
  }

  private eachText(
    from: number,
    to: number,
    visit: (text: Node, range: { from: number; to: number }) => void,
  ): void {
    this.doc.nodesBetween(from, to, (node, at) => {
      if (node.isText) visit(node, { from: Math.max(from, at), to: Math.min(to, at + node.nodeSize) });
    });
  }

  private ownId(): string {
    this.id ??= this.proposer.newId();
    return this.id;
  }

  /** What is typed on beside a suggestion of the same proposal is of the same suggestion. */
  private idBeside(from: number, to: number): string | null {
    const [$from, $to] = [this.doc.resolve(from), this.doc.resolve(to)];
    const beside = [$from.nodeBefore, $to.nodeAfter].flatMap((node) => node?.marks ?? []);
    const { insertion, deletion } = this.doc.type.schema.marks;
    const ids = beside
      .filter(({ type }) => type === insertion || type === deletion)
      .map(({ attrs }): unknown => attrs.id);
    for (let depth = $from.depth; depth > 0; depth--) ids.push($from.node(depth).attrs.inserted);
    return ids.filter(isSuggestionId).find((id) => this.proposer.isCurrent(id)) ?? null;
  }

  private isMineText(text: Node): boolean {
    const { insertion } = text.type.schema.marks;
    return text.marks.some(({ type, attrs }) => type === insertion && this.proposer.isMine(attrs.id));
  }

  /** Proposed by this person, with nothing of anybody else in it. */
  private isMineAlone(node: Node): boolean {
    const { inserted } = nodeSuggestions(node.attrs);
    if (!inserted || !this.proposer.isMine(inserted)) return false;
    let isAlone = true;
    node.descendants((child) => {
      const other = nodeSuggestions(child.attrs).inserted;
      if (child.isText ? !this.isMineText(child) : other && !this.proposer.isMine(other)) isAlone = false;
    });
    return isAlone;
  }
}

/** Of what it can be proposed that it comes or goes. */
const places = new Set(["block", "paragraph", "table", "tableRow"]);

/** Rows stand in a table. Objectives are the record itself, and a record cannot be proposed: its fields are no words that could
 *  stand beside others. */
const notByThemselves = new Set(["tableRow", "objective", "objectiveTitle", "indicator"]);

function plainMarks({ marks }: Node): readonly Mark[] {
  return marks.filter(({ type }) => isProposable(type.name));
}

function isSameShape(one: BlockShape, other: BlockShape): boolean {
  return one.kind === other.kind && one.level === other.level && one.indent === other.indent;
}
