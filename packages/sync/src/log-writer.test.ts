import type { NewBatch, Outcome } from "@upiao/db";
import { describe, expect, it } from "vitest";
import { mostUnsavedBytes } from "./limits.ts";
import { type LogEnd, LogWriter, type Pending } from "./log-writer.ts";

interface Words extends Pending {
  readonly words: string;
}
const say = (words: string): Words => ({ words, bytes: Buffer.from(words) });

/** One section, and what became of what was written in it. */
class Section implements LogEnd<Words> {
  readonly kept: string[] = [];
  readonly refusedWords: string[] = [];
  readonly batches: string[][] = [];
  failure: unknown = null;
  timesRead = 0;
  /** What another node has written, as `readOn` finds it. */
  known = new Set<string>();
  private seq = 0;

  constructor(readonly log: number) {}

  batchOf(updates: readonly Words[]): NewBatch {
    this.batches.push(updates.map(({ words }) => words));
    return { sectionId: "", log: this.log, seq: this.seq + 1, updates: [], claims: new Map() };
  }
  committed(seq: number, updates: readonly Words[]): void {
    this.seq = seq;
    this.kept.push(...updates.map(({ words }) => words));
  }
  async readOn(): Promise<void> {
    this.timesRead++;
    this.seq++;
  }
  async expel(): Promise<void> {
    this.known.add("stolen");
  }
  weighAgain(updates: readonly Words[]): readonly Words[] {
    this.refusedWords.push(...updates.map(({ words }) => words).filter((words) => this.known.has(words)));
    return updates.filter(({ words }) => !this.known.has(words));
  }
  failed(error: unknown): void {
    this.failure = error;
  }
}

/** A database that answers what a test tells it to, each commit in its turn; then it takes everything. */
function writerOn(...answers: ((batches: readonly NewBatch[]) => Outcome[])[]) {
  const away: boolean[] = [];
  let drained = 0;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const append = async (batches: readonly NewBatch[]): Promise<Outcome[]> => {
    begin();
    await soon();
    return answers.shift()?.(batches) ?? batches.map(() => "APPENDED");
  };
  const writer = new LogWriter<Words>(
    { append },
    (isAway) => away.push(isAway),
    () => drained++,
  );
  return { writer, away, drained: () => drained, begun };
}
const isCut = () => {
  throw Object.assign(new Error("the line is cut"), { code: "ECONNRESET" });
};
const isBroken = () => {
  throw new Error("the disk says no");
};
/** After what is written in this turn. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 2));

describe("group commit", () => {
  it("puts what waits while a commit runs into the next one, in its order", async () => {
    const { writer, begun } = writerOn();
    const [one, other] = [new Section(1), new Section(2)];
    writer.append(one, say("a"));
    await begun;
    for (const [section, words] of [
      [one, "b"],
      [other, "x"],
      [one, "c"],
    ] as const)
      writer.append(section, say(words));
    await writer.close();
    expect(one.batches).toEqual([["a"], ["b", "c"]]);
    expect(one.kept).toEqual(["a", "b", "c"]);
    expect(other.kept).toEqual(["x"]);
  });

  it("[SY13] waits for a database that is away, says so once, and then keeps everything in its order", async () => {
    const { writer, away, begun } = writerOn(isCut, isCut);
    const section = new Section(1);
    writer.append(section, say("a"));
    await begun;
    writer.append(section, say("b"));
    while (section.kept.length < 2) await soon();
    expect(section.kept).toEqual(["a", "b"]);
    expect(away).toEqual([true, false]);
  });

  it("[SY15] keeps nothing of a section behind what failed for good, since it may rest on it; others go on", async () => {
    const { writer, begun } = writerOn(isBroken);
    const [one, other] = [new Section(1), new Section(2)];
    writer.append(one, say("a"));
    await begun;
    writer.append(one, say("b"));
    writer.append(other, say("c"));
    await writer.close();
    expect(one.failure).toBeInstanceOf(Error);
    expect(one.kept).toEqual([]);
    expect(other.kept).toEqual(["c"]);
  });

  it("[SY9] writes again what another node was quicker than, before what came meanwhile", async () => {
    const { writer, begun } = writerOn(() => ["BEHIND"]);
    const section = new Section(1);
    writer.append(section, say("a"));
    await begun;
    writer.append(section, say("b"));
    await writer.close();
    expect(section.timesRead).toBe(1);
    expect(section.kept).toEqual(["a", "b"]);
  });

  it("[SY9] writes not again what turns out to be in the log, since the answer to its commit was lost", async () => {
    const { writer } = writerOn(isCut, () => ["BEHIND"]);
    const section = new Section(1);
    section.known.add("a");
    writer.append(section, say("a"));
    writer.append(section, say("b"));
    while (section.kept.length === 0) await soon();
    expect(section.kept).toEqual(["b"]);
  });

  it("[SY17] leaves out what is refused, and keeps what the others wrote behind it", async () => {
    const { writer, begun } = writerOn(() => [{ foreign: new Set([7]) }]);
    const section = new Section(1);
    writer.append(section, say("stolen"));
    await begun;
    writer.append(section, say("honest"));
    await writer.close();
    expect(section.refusedWords).toEqual(["stolen"]);
    expect(section.kept).toEqual(["honest"]);
  });

  it("[SY13] is full from its bound on, and has room again after the commit", async () => {
    const { writer, drained } = writerOn();
    const section = new Section(1);
    writer.append(section, { words: "much", bytes: new Uint8Array(mostUnsavedBytes.ofNode) });
    expect(writer.isFull).toBe(true);
    await writer.close();
    expect(writer.isFull).toBe(false);
    expect(drained()).toBe(1);
  });

  it("is not kept from ending by a database that is away: its writers have everything still", async () => {
    const { writer } = writerOn(isCut, isCut, isCut, isCut);
    const section = new Section(1);
    writer.append(section, say("a"));
    await writer.close();
    expect(section.kept).toEqual([]);
    expect(section.failure).toMatchObject({ code: "ECONNRESET" });
  });
});
