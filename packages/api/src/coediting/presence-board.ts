import type { Bus, PresentPerson } from "@upiao/bus";
import { presenceMs } from "../limits.ts";
import type { Person } from "./person.ts";

interface Saying {
  readonly present: readonly PresentPerson[];
  readonly at: number;
}

/** Who has which section open, as the nodes of the sync server say it. */
export class PresenceBoard {
  /** By section, then by the node that says so. */
  private readonly sayings = new Map<string, Map<string, Saying>>();
  private readonly listeners = new Set<(sectionId: string) => void>();
  private readonly ends: (() => void)[];

  constructor(
    bus: Bus,
    private readonly silenceMs: number = presenceMs,
  ) {
    const sweep = setInterval(() => this.forgetSilent(), silenceMs / 4);
    sweep.unref();
    this.ends = [
      bus.subscribe("presence", ({ sections }, node) => {
        for (const { sectionId, present } of sections) this.hear(sectionId, present, node ?? "");
      }),
      bus.onGap("presence", () => bus.publish("roll", {})),
      () => clearInterval(sweep),
    ];
    bus.publish("roll", {});
  }

  /** Each person once, though they may have several tabs on several nodes. */
  presentIn(sectionId: string): Person[] {
    const people = [...(this.sayings.get(sectionId)?.values() ?? [])].flatMap((saying) => saying.present);
    return [...new Map(people.map((person) => [person.id, person as Person])).values()];
  }

  /** Tells of each section in which somebody has come or gone. Returns what ends it. */
  onChange(listener: (sectionId: string) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  stop(): void {
    for (const end of this.ends) end();
  }

  private hear(sectionId: string, present: readonly PresentPerson[], node: string): void {
    this.change(sectionId, (nodes) => {
      if (present.length > 0) nodes.set(node, { present, at: Date.now() });
      else nodes.delete(node);
    });
  }

  // A node that was killed takes back nothing of what it said.
  private forgetSilent(): void {
    const oldest = Date.now() - this.silenceMs;
    for (const sectionId of this.sayings.keys()) {
      this.change(sectionId, (nodes) => {
        for (const [node, saying] of nodes) if (saying.at < oldest) nodes.delete(node);
      });
    }
  }

  private change(sectionId: string, edit: (nodes: Map<string, Saying>) => void): void {
    const before = this.idsIn(sectionId);
    const nodes = this.sayings.get(sectionId) ?? new Map<string, Saying>();
    edit(nodes);
    if (nodes.size > 0) this.sayings.set(sectionId, nodes);
    else this.sayings.delete(sectionId);
    if (this.idsIn(sectionId) !== before) for (const listener of this.listeners) listener(sectionId);
  }

  private idsIn(sectionId: string): string {
    return this.presentIn(sectionId)
      .map((person) => person.id)
      .sort()
      .join(" ");
  }
}
