import { align, type Pair, type Sequence } from "./align.ts";
import { canonicalPart } from "./canonical-text.ts";
import { type ContentNode, isNode } from "./content.ts";
import { isCounted, type Word, wordsOf } from "./words.ts";

/** A block, a row, a cell or a table, and what is asked of it again and again while it is aligned. */
export class Part {
  private ownKey: string | null = null;
  private ownWords: Word[] | null = null;
  private ownBag: ReadonlyMap<string, number> | null = null;
  private ownParts: Part[] | null = null;

  constructor(readonly node: ContentNode) {}

  get isTable(): boolean {
    return this.node.type === "table";
  }

  get isObjective(): boolean {
    return this.node.type === "objective";
  }

  /** What an objective and an indicator are known by, whatever they say, also as a table and a row of it; null for all else. */
  get identity(): unknown {
    const { type, element } = this.node;
    const isRecord =
      element.nodeName === "indicator" || (element.nodeName === "objective" && type !== "tableRow");
    return isRecord ? (element.getAttribute("key") ?? null) : null;
  }

  /** Equal for two that read the same. */
  get key(): string {
    this.ownKey ??= canonicalPart(this.node);
    return this.ownKey;
  }

  /** Of a block or a cell. */
  get words(): readonly Word[] {
    this.ownWords ??= wordsOf(this.node);
    return this.ownWords;
  }

  /** Rows of a table, cells of a row, title and indicators of an objective. */
  get parts(): readonly Part[] {
    this.ownParts ??= partsOf(this.node.content.filter((child) => isNode(child)));
    return this.ownParts;
  }

  get text(): string {
    return this.words.map(({ text }) => text).join("");
  }

  /** How often each word stands in it. */
  get bag(): ReadonlyMap<string, number> {
    this.ownBag ??= this.fillBag();
    return this.ownBag;
  }

  private fillBag(): ReadonlyMap<string, number> {
    const bag = new Map<string, number>();
    const add = (word: string, times: number) => bag.set(word, (bag.get(word) ?? 0) + times);
    const hasParts = this.node.type === "tableRow" || this.isTable || this.isObjective;
    if (hasParts)
      for (const { bag: inner } of this.parts) for (const [word, times] of inner) add(word, times);
    else for (const { text } of this.words) if (isCounted(text)) add(text, 1);
    return bag;
  }
}

export function partsOf(nodes: readonly ContentNode[]): Part[] {
  return nodes.map((node) => new Part(node));
}

/** Which blocks and tables of two texts belong together. */
export function alignBlocks(before: readonly Part[], after: readonly Part[]): Pair[] {
  return align(sequenceOf(before), sequenceOf(after), (from, to) => {
    const [one, other] = [before[from]!, after[to]!];
    if (one.isTable !== other.isTable || one.isObjective !== other.isObjective) return 0;
    return isSame(one, other) ? 1 : likeness(one, other);
  });
}

/** Which indicators of two objectives belong together; their titles do. */
export function alignIndicators(before: readonly Part[], after: readonly Part[]): Pair[] {
  return align(sequenceOf(before), sequenceOf(after), (from, to) => {
    const [one, other] = [before[from]!, after[to]!];
    if (one.node.type !== other.node.type) return 0;
    return one.node.type === "objectiveTitle" || isSame(one, other) ? 1 : likeness(one, other);
  });
}

/** The same objective or indicator, all of whose words may have changed. */
function isSame(one: Part, other: Part): boolean {
  return one.identity !== null && one.identity === other.identity;
}

/** What a row is called stands in its first cell: all its figures may have changed. */
const likenessOfNamesakes = 0.6;

export function alignRows(before: readonly Part[], after: readonly Part[]): Pair[] {
  return align(sequenceOf(before), sequenceOf(after), (from, to) => {
    const [one, other] = [before[from]!, after[to]!];
    if (isSame(one, other)) return 1;
    const [name, otherName] = [one.parts[0]?.text.trim(), other.parts[0]?.text.trim()];
    const least = name !== "" && name === otherName ? likenessOfNamesakes : 0;
    return Math.max(least, likeness(one, other));
  });
}

/** Which cells of two rows belong together: by their place, unless the table has got other columns. */
export function pairColumns(before: readonly Part[], after: readonly Part[]): Pair[] {
  const [one, other] = [columnsOf(before), columnsOf(after)];
  if (one.length === other.length) return one.map((_, index) => [index, index]);
  return align(sequenceOf(one), sequenceOf(other), (from, to) => likenessOf(one[from]!.bag, other[to]!.bag));
}

interface Column {
  readonly key: string;
  readonly bag: ReadonlyMap<string, number>;
}

function columnsOf(rows: readonly Part[]): Column[] {
  const width = Math.max(0, ...rows.map(({ parts }) => parts.length));
  return Array.from({ length: width }, (_, index) => {
    const texts = rows.map(({ parts }) => parts[index]?.text.trim() ?? "");
    return { key: texts.join("\n"), bag: new Map(texts.map((text) => [text, 1])) };
  });
}

function likeness(one: Part, other: Part): number {
  return likenessOf(one.bag, other.bag);
}

/** A paragraph to which a page was added is still that paragraph; of fewer words each could be anywhere. */
const fewestOfWhole = 4;
const likenessOfWhole = 0.5;

/** How many words they share, from 0 to 1; what is empty is like what is empty. */
function likenessOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, times] of few) shared += Math.min(times, many.get(word) ?? 0);
  const [size, otherSize] = [sizeOf(one), sizeOf(other)];
  if (size + otherSize === 0) return 0.5;
  const fewer = Math.min(size, otherSize);
  const isWithin = fewer >= fewestOfWhole && shared >= 0.8 * fewer;
  return Math.max((2 * shared) / (size + otherSize), isWithin ? likenessOfWhole : 0);
}

const sizes = new WeakMap<ReadonlyMap<string, number>, number>();

function sizeOf(bag: ReadonlyMap<string, number>): number {
  let size = sizes.get(bag);
  if (size === undefined) {
    size = 0;
    for (const times of bag.values()) size += times;
    sizes.set(bag, size);
  }
  return size;
}

function sequenceOf(members: readonly { readonly key: string }[]): Sequence {
  return { length: members.length, keyAt: (index) => members[index]!.key };
}
