/** News that one part, or one node, has for the others. Small and loose: whoever misses one reads the
 *  database, which is the truth. */
export interface News {
  /** Somebody's rights rest on this row and it changed. Sent by the database itself. */
  rights: { userId?: string; sessionId?: string; sectionId?: string; planId?: string; officeId?: string };
  /** The log of a section has grown up to `seq`. */
  log: { sectionId: string; seq: number };
  /** An awareness message for the others who have the section open, in base64. */
  awareness: { sectionId: string; message: string };
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

export interface Bus {
  /** This node's name among the others. */
  readonly node: string;
  publish<T extends Topic>(topic: T, news: News[T]): Promise<void>;
  /** Returns what ends the subscription. */
  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void;
  /** Called after the bus was deaf for a while: whoever rests on news must look at the truth again. */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
}
