import * as Y from "yjs";

/** Updates that are merged at once: merging takes the square of their number. */
const mergedAtOnce = 32;
/** Parts behind the base that a newcomer may be sent one by one. */
const mostParts = 4;
/** Answers to clients that come back with less than the base: a storm of them asks the same few times. */
const mostAnswers = 8;

/** The bytes of a text: a base and what was added to it. They are merged when somebody asks, never as they come, and what
 *  was merged or cut for one is kept for the next. */
export class TextParts {
  private base: Uint8Array = emptyUpdate;
  /** Of the base; null until somebody asks who has it. */
  private baseVector: ReadonlyMap<number, number> | null = null;
  private baseDeletions: Uint8Array | null = null;
  private readonly answers = new Map<string, Uint8Array>();
  /** What a folding under way will put into the base. */
  private leaving: readonly Uint8Array[] = [];
  private tail: Uint8Array[] = [];

  get baseBytes(): number {
    return this.base.length;
  }

  add(update: Uint8Array): void {
    this.tail.push(update);
  }

  /** What the text begins with, before anything is added. A later snapshot is added like any update: a folding under way
   *  is about to put its own base in the place of this one. */
  beginWith(snapshot: Uint8Array): void {
    this.putBase(snapshot);
  }

  /** All of it, in updates to be applied one after the other. */
  all(): readonly Uint8Array[] {
    return [this.base, ...this.leaving, ...this.tail];
  }

  /** What a reader with this state vector lacks, in updates to be applied one after the other. For a newcomer the first is
   *  the base itself, the same bytes for everybody. Throws when the vector is none. */
  missingSince(stateVector: Uint8Array): readonly Uint8Array[] {
    this.leaving = merged(this.leaving);
    this.tail = merged(this.tail);
    const behind = [...this.leaving, ...this.tail];
    if (stateVector.length <= 1) return [this.base, ...behind];
    const lacking = behind.map((part) => Y.diffUpdate(part, stateVector));
    return [this.baseSince(stateVector), ...lacking.filter((part) => !isEmpty(part))];
  }

  /** All of it, to be folded elsewhere; what is added meanwhile is not touched. Then `putFolded`, or `keepUnfolded`. */
  takeToFold(): readonly Uint8Array[] {
    this.leaving = [...this.leaving, ...this.tail];
    this.tail = [];
    return [this.base, ...this.leaving];
  }

  putFolded(folded: Uint8Array): void {
    this.leaving = [];
    this.putBase(folded);
  }

  keepUnfolded(): void {
    this.tail = [...this.leaving, ...this.tail];
    this.leaving = [];
  }

  private baseSince(stateVector: Uint8Array): Uint8Array {
    const has = Y.decodeStateVector(stateVector);
    this.baseVector ??= Y.decodeStateVector(Y.encodeStateVectorFromUpdate(this.base));
    if ([...this.baseVector].every(([client, clock]) => (has.get(client) ?? 0) >= clock)) {
      // It may still lack what was deleted.
      this.baseDeletions ??= Y.diffUpdate(this.base, Y.encodeStateVector(new Map(this.baseVector)));
      return this.baseDeletions;
    }
    const key = Buffer.from(stateVector).toString("base64");
    const known = this.answers.get(key) ?? Y.diffUpdate(this.base, stateVector);
    this.answers.delete(key);
    this.answers.set(key, known);
    if (this.answers.size > mostAnswers) this.answers.delete(this.answers.keys().next().value!);
    return known;
  }

  private putBase(base: Uint8Array): void {
    this.base = base;
    this.baseVector = null;
    this.baseDeletions = null;
    this.answers.clear();
  }
}

/** No structs and no deletions, in Yjs' first encoding. */
export const emptyUpdate = Uint8Array.of(0, 0);

function merged(parts: readonly Uint8Array[]): Uint8Array[] {
  let left = [...parts];
  while (left.length > mostParts) {
    const next: Uint8Array[] = [];
    for (let index = 0; index < left.length; index += mergedAtOnce)
      next.push(Y.mergeUpdates(left.slice(index, index + mergedAtOnce)));
    left = next;
  }
  return left;
}

function isEmpty(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
