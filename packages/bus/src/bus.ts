/** News that one part, or one node, has for all the others. Small and loose: whoever misses one reads the
 *  database, which is the truth. */
export interface News {
  /** Somebody's rights rest on this row and it changed. Sent by the database itself. */
  rights: { userId?: string; sessionId?: string; sectionId?: string; planId?: string; officeId?: string };
  /** Who has a section open on the node that says so. An empty list: nobody any more. */
  presence: { sectionId: string; present: PresentPerson[] };
  /** A node has just started and asks the others who is present. */
  roll: Record<string, never>;
}

export interface PresentPerson {
  id: string;
  name: string;
  bodyName: string;
  role: string;
}

export type Topic = keyof News;

/** `node` is the one that sent the news, or null when the database did. */
export type Listener<T extends Topic> = (news: News[T], node: string | null) => void;

/** What a commit has added to the log of a section. */
export interface Growth {
  /** Its place. */
  readonly seq: number;
  /** What it says; empty: it is to be read from the log. */
  readonly updates: readonly { readonly bytes: Uint8Array; readonly authorId: string | null }[];
}

/** A node that has a section open hears of it what the others have to say. */
export interface SectionListener {
  grown(growth: Growth): void;
  heard(awareness: Uint8Array, node: string): void;
  /** A node has just opened it too and asks how far its log has grown, and who is there. */
  asked(): void;
}

/** A section that this node has open. What it says is heard by the others, never by itself; what is lost on the way shows
 *  to them as a gap in the places. */
export interface SectionChannel {
  grown(growth: Growth): void;
  say(awareness: Uint8Array): void;
  close(): void;
}

export interface Bus {
  /** This node's name among the others. */
  readonly node: string;
  /** False while news of sections do not come through: whoever rests on them reads the log now and then. */
  readonly isConnected: boolean;
  publish<T extends Topic>(topic: T, news: News[T]): Promise<void>;
  /** Returns what ends the subscription. */
  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void;
  /** Asks the others at once; what they have said since it opened is heard. */
  openSection(sectionId: string, listener: SectionListener): SectionChannel;
  /** Called after the bus was deaf for a while: whoever rests on news must look at the truth again. */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
}
