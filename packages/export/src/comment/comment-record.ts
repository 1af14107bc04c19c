import type { ThreadKind, ThreadState } from "@upiao/domain";
import type { PrintBlock } from "../print/print-block.ts";
import { runsOf } from "../print/runs.ts";
import type { PrintableDocument } from "../printable.ts";

/** What was observed on a text, with what was answered. */
export interface CommentRecord extends Omit<PrintableDocument, "parts"> {
  readonly sections: readonly CommentedSection[];
}

export interface CommentedSection {
  readonly number: string | null;
  readonly title: string;
  /** In the order in which they are to be read. */
  readonly threads: readonly RecordedThread[];
}

export interface RecordedThread {
  readonly kind: ThreadKind;
  readonly state: ThreadState;
  /** The words that it was raised on; null on a whole section. */
  readonly quote: string | null;
  readonly messages: readonly RecordedMessage[];
  /** Who closed it, and when; null or absent while it is open. */
  readonly resolved?: { readonly by: string; readonly at: Date } | null;
}

export interface RecordedMessage {
  readonly author: string;
  /** «Nucleo di valutazione, Provincia di Lucca» */
  readonly role: string;
  readonly at: Date;
  /** Null: its author has deleted it. */
  readonly text: string | null;
}

/** A record of comments as a document: no format knows of comments. */
export function commentsDocument({ sections, ...document }: CommentRecord): PrintableDocument {
  return {
    ...document,
    parts: sections.map(({ number, title, threads }) => ({
      number,
      title,
      depth: 0,
      texts: [{ title: null, content: commentBlocks(threads) }],
    })),
  };
}

/** The same without a document around it. */
export function commentBlocks(threads: readonly RecordedThread[]): PrintBlock[] {
  return threads.length > 0 ? threads.flatMap(blocksOfThread) : [nothing];
}

const nothing: PrintBlock = { type: "paragraph", runs: runsOf("Nessun commento.") };

const kindWords: Record<ThreadKind, string> = {
  OBSERVATION: "Osservazione",
  QUESTION: "Domanda",
  FINDING: "Rilievo",
};

/** Each agrees with its kind. */
const stateWords: Record<ThreadState, Record<ThreadKind, string>> = {
  OPEN: { OBSERVATION: "aperta", QUESTION: "aperta", FINDING: "aperto" },
  RESOLVED: { OBSERVATION: "risolta", QUESTION: "risolta", FINDING: "risolto" },
};

// The registers of Italian bodies are kept by Italian time, wherever the server stands.
const moment = new Intl.DateTimeFormat("it", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Rome",
});

function blocksOfThread(
  { kind, state, quote, messages, resolved }: RecordedThread,
  index: number,
): PrintBlock[] {
  const title = `${kindWords[kind]} ${index + 1} (${stateWords[state][kind]})`;
  return [
    { type: "heading", level: 1, number: null, anchor: null, beginsPage: false, runs: runsOf(title) },
    ...(quote === null ? [] : [{ type: "quote" as const, runs: runsOf(`«${quote}»`) }]),
    ...messages.flatMap(({ author, role, at, text }): PrintBlock[] => [
      {
        type: "paragraph",
        runs: [...runsOf(author, [{ type: "bold" }]), ...runsOf(` (${role}), ${moment.format(at)}`)],
      },
      { type: "paragraph", runs: runsOf(text ?? "Commento eliminato da chi l'ha scritto.") },
    ]),
    ...(resolved ? [{ type: "paragraph" as const, runs: runsOf(closing(resolved)) }] : []),
  ];
}

function closing({ by, at }: NonNullable<RecordedThread["resolved"]>): string {
  return `Chiusura: ${by}, ${moment.format(at)}.`;
}
