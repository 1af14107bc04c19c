import type { Appended, NewUpdate, UpdateLog } from "@upiao/db";
import { largestQueueBytes } from "./limits.ts";

interface Waiting {
  readonly update: NewUpdate;
  readonly resolve: (place: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** Group commit: what arrives while a transaction runs goes into the next one, so a busy server commits many
 *  updates at once and a quiet one commits each at once. Updates keep their order, and what fails takes with it
 *  what waits behind it and may rest on it: a log in which a later update stands without an earlier one shows
 *  neither of them, and no writer would ever send the first again. */
export class LogWriter {
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private running: Promise<void> | null = null;

  constructor(
    private readonly log: UpdateLog,
    /** The section's log has grown up to `seq`. */
    private readonly onGrown: (sectionId: string, seq: number) => void,
  ) {}

  get isFull(): boolean {
    return this.waitingBytes >= largestQueueBytes;
  }

  /** Resolves after the commit; rejects when the database did not take it, and then nothing of it is kept. */
  append(update: NewUpdate): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ update, resolve, reject });
      this.waitingBytes += update.bytes.length;
      this.running ??= this.run();
    });
  }

  /** Everything handed over so far is committed or refused. */
  async flush(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    // One turn of the event loop gathers what sockets have already delivered.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      this.waitingBytes = 0;
      try {
        const places = await this.log.append(batch.map((entry) => entry.update));
        const grown = new Map<string, number>();
        batch.forEach((entry, index) => {
          const place = places[index]!;
          entry.resolve(place);
          if (place) grown.set(entry.update.sectionId, place.seq);
          else this.refuseBehind(entry);
        });
        for (const [sectionId, seq] of grown) this.onGrown(sectionId, seq);
      } catch (error) {
        this.rejectWith(batch, error);
      }
    }
    this.running = null;
  }

  /** The database did not take these: nor do we take what their sections have waiting. */
  private rejectWith(batch: readonly Waiting[], error: unknown): void {
    const sections = new Set(batch.map(({ update }) => update.sectionId));
    const behind = this.takeOut(({ sectionId }) => sections.has(sectionId));
    for (const entry of [...batch, ...behind]) entry.reject(error);
  }

  private refuseBehind({ update: { sectionId, authorId } }: Waiting): void {
    const behind = this.takeOut((update) => update.sectionId === sectionId && update.authorId === authorId);
    for (const entry of behind) entry.resolve(null);
  }

  private takeOut(isMeant: (update: NewUpdate) => boolean): Waiting[] {
    const taken = this.waiting.filter(({ update }) => isMeant(update));
    this.waiting = this.waiting.filter(({ update }) => !isMeant(update));
    this.waitingBytes = this.waiting.reduce((sum, { update }) => sum + update.bytes.length, 0);
    return taken;
  }
}
