import type { Appended, NewUpdate, UpdateLog } from "@upiao/db";
import { largestQueueBytes } from "./limits.ts";

interface Waiting {
  readonly update: NewUpdate;
  readonly resolve: (place: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** Group commit: what arrives while a transaction runs goes into the next one, so a busy server commits many
 *  updates at once and a quiet one commits each at once. Updates keep their order. */
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
        });
        for (const [sectionId, seq] of grown) this.onGrown(sectionId, seq);
      } catch (error) {
        for (const entry of batch) entry.reject(error);
      }
    }
    this.running = null;
  }
}
