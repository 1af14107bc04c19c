import type { Draft, Drafts } from "./draft.ts";

/** Keeps what is not saved in this tab: it is there again after another page, another year or a reload, and only for who wrote
 *  it. A browser that keeps nothing loses it with the page, and asks before. */
export class KeptDrafts {
  private readonly key: string;

  constructor(userId: string, bodyId: string, year: number) {
    this.key = `measures ${userId} ${bodyId} ${year}`;
  }

  read(): Drafts {
    try {
      return new Map(JSON.parse(sessionStorage.getItem(this.key) ?? "[]") as [string, Draft][]);
    } catch {
      return new Map();
    }
  }

  write(drafts: Drafts): void {
    try {
      if (drafts.size === 0) sessionStorage.removeItem(this.key);
      else sessionStorage.setItem(this.key, JSON.stringify([...drafts]));
    } catch {
      // Full, or not allowed.
    }
  }
}
