import { isDatabaseAway, type NewBatch, type Outcome, type UpdateLog } from "@upiao/db";
import { awayPauseMs, commits, mostUnsavedBytes } from "./limits.ts";

/** An update on its way to the log. */
export interface Pending {
  readonly bytes: Uint8Array;
}

/** The end of one section's log, at which updates wait. */
export interface LogEnd<Update extends Pending> {
  batchOf(updates: readonly Update[]): NewBatch;
  /** They are durable at this place. */
  committed(seq: number, updates: readonly Update[]): void;
  /** Another node was there first: reads on. */
  readOn(): Promise<void>;
  /** These client ids are somebody else's. */
  expel(updates: readonly Update[], foreign: ReadonlySet<number>): Promise<void>;
  /** What of these is still to be written, now that more is known. */
  weighAgain(updates: readonly Update[]): readonly Update[];
  /** The database will not take them. */
  failed(error: unknown): void;
}

/** Group commit: a quiet node commits each update at once, a busy one as many at once as come in some milliseconds. Each section's updates keep their order. When the database is away they wait, and
 *  it is asked again for as long as the process lives: what is queued is bounded, and its writers are told. */
export class LogWriter<Update extends Pending> {
  private waiting = new Map<LogEnd<Update>, Update[]>();
  private bytes = 0;
  private running: Promise<void> | null = null;
  private awayFor = 0;
  private begunAt = Number.NEGATIVE_INFINITY;
  /** How much is written in a millisecond, of late. */
  private perMs = 0;
  /** Updates that have come since the last commit began. */
  private count = 0;
  /** Ends the pause between two commits. */
  private wake: (() => void) | null = null;
  private hasBeenFull = false;
  private closing = false;

  constructor(
    private readonly log: Pick<UpdateLog, "append">,
    /** Said once when the database goes away, and once when it is back. */
    private readonly onAway: (isAway: boolean, error: unknown) => void,
    /** There is room again. */
    private readonly onDrained: () => void,
  ) {}

  get isFull(): boolean {
    return this.bytes >= mostUnsavedBytes.ofNode;
  }

  get isAway(): boolean {
    return this.awayFor > 0;
  }

  append(end: LogEnd<Update>, update: Update): void {
    const queue = this.waiting.get(end);
    if (queue) queue.push(update);
    else this.waiting.set(end, [update]);
    this.bytes += update.bytes.length;
    this.hasBeenFull ||= this.isFull;
    this.count++;
    if (this.isEnough && !this.isAway) this.wake?.();
    this.running ??= this.run();
  }

  /** Everything handed over so far is committed, or given up because the database is away: its writers have it still. */
  async close(): Promise<void> {
    this.closing = true;
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    while (this.waiting.size > 0) {
      await this.pause();
      const round = this.waiting;
      this.waiting = new Map();
      this.noteRate();
      await this.write(round);
      if (!this.hasBeenFull || this.isFull) continue;
      this.hasBeenFull = false;
      this.onDrained();
    }
    this.running = null;
  }

  private async write(round: ReadonlyMap<LogEnd<Update>, readonly Update[]>): Promise<void> {
    const batches = [...round].map(([end, updates]) => ({ end, updates, batch: end.batchOf(updates) }));
    let outcomes: Outcome[];
    try {
      outcomes = await this.log.append(batches.map(({ batch }) => batch));
    } catch (error) {
      this.onError(round, error);
      return;
    }
    if (this.isAway) this.onAway(false, null);
    this.awayFor = 0;
    const open: Promise<void>[] = [];
    batches.forEach(({ end, updates, batch }, index) => {
      const outcome = outcomes[index]!;
      if (outcome === "APPENDED") this.show(end, updates, batch.seq);
      else open.push(this.tryAgain(end, updates, outcome));
    });
    if (open.length > 0) await Promise.all(open);
  }

  private show(end: LogEnd<Update>, updates: readonly Update[], seq: number): void {
    this.forget(updates);
    try {
      end.committed(seq, updates);
    } catch (error) {
      this.fail(end, error);
    }
  }

  private async tryAgain(
    end: LogEnd<Update>,
    updates: readonly Update[],
    outcome: Exclude<Outcome, "APPENDED">,
  ): Promise<void> {
    try {
      await (outcome === "BEHIND" ? end.readOn() : end.expel(updates, outcome.foreign));
      const all = [...updates, ...(this.waiting.get(end) ?? [])];
      const kept = end.weighAgain(all);
      this.forget(all);
      for (const { bytes } of kept) this.bytes += bytes.length;
      if (kept.length > 0) this.waiting.set(end, [...kept]);
      else this.waiting.delete(end);
    } catch (error) {
      if (isDatabaseAway(error)) return this.putBack(end, updates);
      this.forget(updates);
      this.fail(end, error);
    }
  }

  private onError(round: ReadonlyMap<LogEnd<Update>, readonly Update[]>, error: unknown): void {
    const mayPass = isDatabaseAway(error) && !this.closing;
    for (const [end, updates] of round) {
      if (mayPass) this.putBack(end, updates);
      else {
        this.forget(updates);
        this.fail(end, error);
      }
    }
    if (!mayPass) return;
    if (!this.isAway) this.onAway(true, error);
    this.awayFor++;
  }

  /** What waits behind may rest on what failed. */
  private fail(end: LogEnd<Update>, error: unknown): void {
    this.forget(this.waiting.get(end) ?? []);
    this.waiting.delete(end);
    end.failed(error);
  }

  private putBack(end: LogEnd<Update>, updates: readonly Update[]): void {
    this.waiting.set(end, [...updates, ...(this.waiting.get(end) ?? [])]);
  }

  private forget(updates: readonly Update[]): void {
    for (const { bytes } of updates) this.bytes -= bytes.length;
  }

  private get isEnough(): boolean {
    const { least, most } = commits.gatherMs;
    return this.count >= this.perMs * Math.min(most, least * Math.max(1, this.perMs));
  }

  private noteRate(): void {
    const now = performance.now();
    this.perMs = (this.perMs + this.count / Math.max(1, now - this.begunAt)) / 2;
    this.count = 0;
    this.begunAt = now;
  }

  /** Until a commit is due, with what sockets have already delivered. */
  private async pause(): Promise<void> {
    const { first, most } = awayPauseMs;
    if (this.isAway) await this.sleep(Math.min(most, first * 2 ** (this.awayFor - 1)));
    else if (!this.isEnough) await this.sleep(this.begunAt + commits.longestMs - performance.now());
    await new Promise(setImmediate);
  }

  private async sleep(ms: number): Promise<void> {
    if (ms <= 0 || this.closing) return;
    let timer: NodeJS.Timeout | null = null;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, ms);
    });
    this.wake = null;
    clearTimeout(timer!);
  }
}
