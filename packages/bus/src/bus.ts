/** News that one part, or one node, has for all the others. Small and loose: whoever misses one reads the
 *  database, which is the truth. */
export interface News {
  /** Somebody's rights rest on this row and it changed. Sent by the database itself. */
  rights: { userId?: string; sessionId?: string; sectionId?: string; planId?: string; officeId?: string };
  /** Who has these sections open on the node that says so. An empty list: nobody any more. */
  presence: { sections: readonly SectionPresence[] };
  /** Something beside the text of a section has changed: who shows it reads it anew. */
  review: { sectionId: string; what: "workflow" | "version" | "comment" | "proposal"; id: string };
  /** These people have been told something, or have read it. */
  notification: { userIds: readonly string[] };
  /** A node has just started and asks the others who is present. */
  roll: Record<string, never>;
}

export interface SectionPresence {
  readonly sectionId: string;
  readonly present: readonly PresentPerson[];
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

/** News that may have been missed: of rights, of who is present, of what has grown, or of what was done beside the text. */
export type Gap = "rights" | "presence" | "growth" | "review";

/** How far news go. `ALONE`: there is no other node. `ALL`: every node hears them. `BROKEN`: this one or another does not. */
export type Reach = "ALONE" | "ALL" | "BROKEN";

export interface Bus {
  /** This node's name among the others. */
  readonly node: string;
  /** False while this node does not hear the others, or they do not hear it. */
  readonly isConnected: boolean;
  /** Whoever rests on news of sections looks into the log beside: the less they can be trusted, the more often. */
  readonly reach: Reach;
  /** Heard here at once, and by the others if there are any. */
  publish<T extends Topic>(topic: T, news: News[T]): void;
  /** Returns what ends the subscription. */
  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void;
  /** Asks the others as soon as it can hear them; what they have said since then is heard. */
  openSection(sectionId: string, listener: SectionListener): SectionChannel;
  /** A part that has not the section open has added to its log: heard by the room of this node too. */
  grown(sectionId: string, growth: Growth): void;
  /** Called after the bus was deaf for a while: whoever rests on such news must look at the truth again. Returns what
   *  ends it. */
  onGap(gap: Gap, listener: () => void): () => void;
  close(): Promise<void>;
}
