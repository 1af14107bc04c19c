import type { WireKind } from "./wire.ts";

/** How often a node says that it is there. */
export const helloMs = 5_000;
/** A node that was silent for so long is gone. */
const goneMs = 30_000;
/** Who is there has answered the first hello by then, or is too busy to be spared what it may miss. */
const answerMs = 2_000;

/** The wire by which the node hears the others; null while it is cut. */
export type Hello = { readonly wire: WireKind | null };

/** Which other nodes there are, as they say it themselves. */
export class OtherNodes {
  private readonly heard = new Map<string, Hello & { readonly at: number }>();
  private askedAt = Number.NEGATIVE_INFINITY;

  /** Answers whether it was unknown, and so may not know this one either. */
  hear(node: string, { wire }: Hello): boolean {
    const isNew = !this.heard.has(node);
    this.heard.set(node, { wire, at: performance.now() });
    return isNew;
  }

  forget(node: string): void {
    this.heard.delete(node);
  }

  /** From now on they can be heard: nobody is taken for gone who could not make itself heard before. */
  askAgain(): void {
    this.askedAt = performance.now();
    for (const [node, { wire }] of this.heard) this.heard.set(node, { wire, at: this.askedAt });
  }

  forgetSilent(): void {
    const oldest = performance.now() - goneMs;
    for (const [node, { at }] of this.heard) if (at < oldest) this.heard.delete(node);
  }

  /** Whether there are others, or there may be: those who are have not had the time to say so. */
  get mayBeThere(): boolean {
    return this.heard.size > 0 || performance.now() - this.askedAt < answerMs;
  }

  /** Whether each of them hears by this wire. */
  allHearBy(kind: WireKind): boolean {
    return [...this.heard.values()].every(({ wire }) => wire === kind);
  }
}
