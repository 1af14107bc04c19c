import type { Appended, NewUpdate, UpdateLog } from "@upiao/db";
import { describe, expect, it } from "vitest";
import { LogWriter } from "./log-writer.ts";

/** A log that answers what a test tells it to, each transaction in its turn. */
class ToldLog {
  readonly batches: string[][] = [];
  private readonly answers: ((updates: readonly NewUpdate[]) => Promise<Appended[]>)[] = [];

  will(answer: (updates: readonly NewUpdate[]) => Promise<Appended[]>): this {
    this.answers.push(answer);
    return this;
  }

  async append(updates: readonly NewUpdate[]): Promise<Appended[]> {
    this.batches.push(updates.map(wordsOf));
    await new Promise((resolve) => setTimeout(resolve, 5));
    return this.answers.shift()!(updates);
  }
}

const takes = async (updates: readonly NewUpdate[]) => updates.map((_update, index) => ({ seq: index + 1 }));
const fails = async () => Promise.reject(new Error("the connection is cut"));
const wordsOf = ({ bytes }: NewUpdate) => Buffer.from(bytes).toString();
const update = (words: string, sectionId = "s", authorId = "anna"): NewUpdate => ({
  sectionId,
  bytes: Buffer.from(words),
  authorId,
  clientIds: [],
});

function writeTo(log: ToldLog) {
  const grown: string[] = [];
  const writer = new LogWriter(log as unknown as UpdateLog, (sectionId) => grown.push(sectionId));
  return { writer, grown };
}
const outcome = (appended: Promise<Appended>) =>
  appended.then(
    (place) => (place ? "kept" : "refused"),
    () => "failed",
  );
/** Until the first transaction runs. */
const begun = () => new Promise((resolve) => setTimeout(resolve, 2));

describe("group commit", () => {
  it("puts what waits while a transaction runs into the next one, in its order", async () => {
    const log = new ToldLog().will(takes).will(takes);
    const { writer, grown } = writeTo(log);
    const first = writer.append(update("a"));
    await begun();
    const rest = [writer.append(update("b")), writer.append(update("c"))];
    await Promise.all([first, ...rest]);
    expect(log.batches).toEqual([["a"], ["b", "c"]]);
    expect(grown).toEqual(["s", "s"]);
  });

  it("keeps nothing of a section behind what failed, since it may rest on it; other sections go on", async () => {
    const log = new ToldLog().will(fails).will(takes);
    const { writer } = writeTo(log);
    const first = outcome(writer.append(update("a")));
    await begun();
    const rest = [writer.append(update("b")), writer.append(update("c", "other"))].map(outcome);
    expect(await Promise.all([first, ...rest])).toEqual(["failed", "failed", "kept"]);
    expect(log.batches).toEqual([["a"], ["c"]]);
  });

  it("keeps nothing of a person behind what was refused, and everything of the others", async () => {
    const log = new ToldLog().will(async () => [null]).will(takes);
    const { writer } = writeTo(log);
    const first = outcome(writer.append(update("stolen", "s", "thief")));
    await begun();
    const rest = [
      writer.append(update("more", "s", "thief")),
      writer.append(update("honest", "s", "anna")),
      writer.append(update("elsewhere", "other", "thief")),
    ].map(outcome);
    expect(await Promise.all([first, ...rest])).toEqual(["refused", "refused", "kept", "kept"]);
  });

  it("takes no more than it may hold, and has room again when what waited has failed", async () => {
    const log = new ToldLog().will(fails);
    const { writer } = writeTo(log);
    const first = outcome(writer.append(update("a")));
    await begun();
    const large = { ...update(""), bytes: new Uint8Array(100 * 1024 * 1024) };
    const second = outcome(writer.append(large));
    expect(writer.isFull).toBe(true);
    expect(await Promise.all([first, second])).toEqual(["failed", "failed"]);
    expect(writer.isFull).toBe(false);
  });
});
