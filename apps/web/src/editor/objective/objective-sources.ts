import type { LinkField } from "@upiao/document";
import { createContext, type ReactNode } from "react";
import type { ReusedObjective } from "./insert-reused.ts";

/** What a field can name by its code. */
export interface LinkChoice {
  readonly code: string;
  readonly title: string;
  /** What else helps to choose it, in few words each. */
  readonly facts: readonly string[];
  readonly isVerified: boolean;
  /** What is over is still known where a field names it, but not offered any more. */
  readonly isOffered: boolean;
}

/** The plan from which an objective was taken. */
export interface Origin {
  readonly ownerName: string;
  readonly firstYear: number;
  readonly title: string | null;
}

/** What the page knows of the world outside the text. The editor works without: offline all of it is absent, and what is typed in
 *  a field stays what was typed. */
export interface ObjectiveSources {
  /** Several bodies have this text in their plans. */
  readonly isShared: boolean;
  /** Rejects while nobody answers. */
  readonly choicesFor: (field: LinkField) => Promise<readonly LinkChoice[]>;
  /** Null for one that this person may not read. */
  readonly originOf: (id: string) => Promise<Origin | null>;
  /** Shows what can be reused, until one is chosen or the dialog closed. */
  readonly renderReuse: ((props: ReuseProps) => ReactNode) | null;
}

export interface ReuseProps {
  readonly onInsert: (objective: ReusedObjective) => void;
  readonly onClose: () => void;
}

export const noSources: ObjectiveSources = {
  isShared: false,
  choicesFor: async () => [],
  originOf: async () => null,
  renderReuse: null,
};

export const ObjectiveSourcesContext = createContext(noSources);

/** Asks once for each key; again after nobody answered. */
export function askOnce<Key, Answer>(ask: (key: Key) => Promise<Answer>): (key: Key) => Promise<Answer> {
  const asked = new Map<Key, Promise<Answer>>();
  return (key) => {
    const answer = asked.get(key) ?? ask(key);
    asked.set(key, answer);
    answer.catch(() => asked.delete(key));
    return answer;
  };
}
