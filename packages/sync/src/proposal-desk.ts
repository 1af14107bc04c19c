import { ProposalGuard } from "@upiao/document";

/** Updates that wait before they are read into the copy. */
const mostWaiting = 500;

/** Holds those who may only propose to it. It needs a copy of the text as a document, which is made when the first of them
 *  writes and kept while one is there; what others write waits beside it, and costs them no more than that. */
export class ProposalDesk {
  private guard: ProposalGuard | null = null;
  private waiting: Uint8Array[] = [];

  constructor(
    /** The text with what is on its way to the log. */
    private readonly wholeText: () => readonly Uint8Array[],
  ) {}

  get hasCopy(): boolean {
    return this.guard !== null;
  }

  /** Was written by somebody who may, or on another node, where it was asked the same. */
  take(update: Uint8Array): void {
    if (!this.guard) return;
    this.waiting.push(update);
    if (this.waiting.length === mostWaiting) setImmediate(() => this.readWaiting());
  }

  /** Whether an update of a proposer leaves adopted words, and what others propose, as they are. */
  admits(update: Uint8Array, isOwn: (client: number) => boolean): boolean {
    this.guard ??= new ProposalGuard(this.wholeText());
    this.readWaiting();
    const admitted = this.guard.admits(update, isOwn);
    if (!admitted) this.clear();
    return admitted;
  }

  /** Nobody needs the copy, or it is not the text any more. */
  clear(): void {
    this.guard?.destroy();
    this.guard = null;
    this.waiting = [];
  }

  private readWaiting(): void {
    if (this.waiting.length === 0) return;
    const { waiting } = this;
    this.waiting = [];
    this.guard?.take(waiting);
  }
}
