import type { Role, ThreadKind, ThreadState } from "@upiao/domain";
import type { Heading, Paragraph, PrintBlock, Quote } from "../print/print-block.ts";
import { runsOf } from "../print/runs.ts";

/** What was discussed of a section, the first raised first. */
export interface CommentRecord {
  readonly kind: ThreadKind;
  readonly state: ThreadState;
  /** The words that it was raised on; null: on the whole section. */
  readonly quote: string | null;
  readonly comments: readonly RecordedComment[];
  readonly resolvedBy: string | null;
  readonly resolvedAt: Date | null;
}

export interface RecordedComment {
  readonly by: string;
  readonly bodyName: string;
  readonly role: Role;
  readonly at: Date;
  readonly text: string;
  readonly isDeleted: boolean;
}

/** Each with its states, which Italian bends after it. */
const kinds: Readonly<Record<ThreadKind, { readonly name: string } & Readonly<Record<ThreadState, string>>>> =
  {
    OBSERVATION: { name: "Osservazione", OPEN: "aperta", RESOLVED: "risolta" },
    QUESTION: { name: "Domanda", OPEN: "aperta", RESOLVED: "risolta" },
    FINDING: { name: "Rilievo", OPEN: "aperto", RESOLVED: "risolto" },
  };
const roles: Readonly<Record<Role, string>> = {
  EDITOR: "redattore",
  RTD: "responsabile per la transizione digitale",
  REVIEWER: "revisore della Provincia",
  AUDITOR: "organo di controllo",
  SECRETARY: "segretario o vertice",
  ADMIN: "amministratore dell'ente",
};
const moment = new Intl.DateTimeFormat("it", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Rome",
});

/** The record of comments of a section: each thread under a heading, with what it was raised on. */
export function printableComments(threads: readonly CommentRecord[]): PrintBlock[] {
  if (threads.length === 0) return [paragraph("Nessun commento.")];
  return threads.flatMap(({ kind, state, quote, comments, resolvedBy, resolvedAt }, index) => [
    heading(`${index + 1}. ${kinds[kind].name} (${kinds[kind][state]})`),
    quote === null ? paragraph("Sull'intera sezione.") : quoteOf(quote),
    ...comments.flatMap(({ by, bodyName, role, at, text, isDeleted }) => [
      paragraph(`${by}, ${roles[role]}, ${bodyName}, ${moment.format(at)}`, { bold: true }),
      paragraph(isDeleted ? "Commento eliminato da chi l'ha scritto." : text),
    ]),
    ...(resolvedBy !== null && resolvedAt !== null
      ? [paragraph(`Risolto da ${resolvedBy}, ${moment.format(resolvedAt)}.`)]
      : []),
  ]);
}

function heading(text: string): Heading {
  return { type: "heading", level: 1, number: null, anchor: null, beginsPage: false, runs: runsOf(text) };
}

function paragraph(text: string, { bold = false } = {}): Paragraph {
  return { type: "paragraph", runs: runsOf(text, bold ? [{ type: "bold" }] : []) };
}

function quoteOf(text: string): Quote {
  return { type: "quote", runs: runsOf(text) };
}
