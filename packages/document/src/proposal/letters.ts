import * as Y from "yjs";
import { markNameOf } from "./mark-key.ts";
import { isSuggestionId } from "./suggestion-id.ts";

/** A look that is proposed for adopted words. */
export interface SuggestedFormat {
  readonly id: string;
  readonly mark: ProposableMark;
  /** Put on, with this address for a link, or taken off. */
  readonly to: boolean | string;
}

/** Letters of a text that stand together, were written together and look alike. */
export interface Letters {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
  /** Where they begin in their text. */
  readonly index: number;
  /** The keys and values under which their marks stand, suggestions among them. */
  readonly marks: ReadonlyMap<string, unknown>;
  /** They are proposed, by this suggestion. */
  readonly inserted: string | null;
  /** They are proposed to go. */
  readonly deleted: readonly string[];
  readonly formats: readonly SuggestedFormat[];
  /** Under which client each of these suggestions was written. */
  readonly writers: ReadonlyMap<string, number>;
}

const suggestionMarks = new Set(["insertion", "deletion", "modification"]);

export function isSuggestionKey(key: string): boolean {
  return suggestionMarks.has(markNameOf(key));
}

/** All that stands in a text, with what is proposed of it. Of what is deleted, nothing. */
export function* lettersIn(text: Y.XmlText): Generator<Letters> {
  const marks = new Map<string, unknown>();
  const markWriters = new Map<string, number>();
  let index = 0;
  let suggested = readSuggestions(marks, markWriters);
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) marks.delete(content.key);
      else marks.set(content.key, content.value);
      markWriters.set(content.key, item.id.client);
      suggested = readSuggestions(marks, markWriters);
    } else if (content instanceof Y.ContentString) {
      const { client, clock } = item.id;
      yield { client, clock, text: content.str, index, marks: new Map(marks), ...suggested };
      index += item.length;
    } else if (item.countable) index += item.length;
  }
}

type Suggested = Pick<Letters, "inserted" | "deleted" | "formats" | "writers">;

function readSuggestions(
  marks: ReadonlyMap<string, unknown>,
  markWriters: ReadonlyMap<string, number>,
): Suggested {
  let inserted: string | null = null;
  const deleted: string[] = [];
  const formats: SuggestedFormat[] = [];
  const writers = new Map<string, number>();
  for (const [key, value] of marks) {
    const name = markNameOf(key);
    if (!suggestionMarks.has(name) || typeof value !== "object" || value === null) continue;
    const { id, mark, to }: Record<string, unknown> = { ...value };
    if (!isSuggestionId(id)) continue;
    if (name === "insertion") inserted = id;
    else if (name === "deletion") deleted.push(id);
    else if (isProposable(mark) && (typeof to === "boolean" || typeof to === "string"))
      formats.push({ id, mark, to });
    else continue;
    writers.set(id, markWriters.get(key)!);
  }
  return { inserted, deleted, formats, writers };
}

const proposable = ["bold", "italic", "underline", "link"] as const;
export type ProposableMark = (typeof proposable)[number];

export function isProposable(mark: unknown): mark is ProposableMark {
  return proposable.some((name) => name === mark);
}
