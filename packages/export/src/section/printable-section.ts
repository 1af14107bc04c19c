import type { State } from "@upiao/domain";
import type { Paragraph } from "../print/print-block.ts";
import { runsOf } from "../print/runs.ts";
import type { PrintableContent, PrintableDocument } from "../printable.ts";

export interface PrintedVersion {
  readonly number: number;
  readonly name: string | null;
  readonly at: Date;
}

/** What of a section is printed. */
export type SectionSubject =
  | { readonly what: "PRESENT"; readonly state: State }
  | { readonly what: "VERSION"; readonly version: PrintedVersion }
  | { readonly what: "COMPARISON"; readonly before: PrintedVersion; readonly after: PrintedVersion | null }
  | { readonly what: "COMMENTS" };

export interface PrintedSection {
  readonly title: string;
  /** The body, or the office, as people call it. */
  readonly owner: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly subject: SectionSubject;
  /** When it was read. */
  readonly at: Date;
  /** The day of what is printed, ISO 8601. */
  readonly day: string;
  readonly content: PrintableContent;
}

const states: Readonly<Record<State, string>> = {
  DRAFT: "bozza",
  SUBMITTED: "inviata alla revisione",
  CHANGES_REQUESTED: "modifiche richieste",
  VALIDATED: "validata",
  ADOPTED: "adottata",
  PUBLISHED: "pubblicata",
};
const moment = new Intl.DateTimeFormat("it", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Rome",
});

/** One section alone. A line above it says what it is, and of when: printed, it outlives what it says. */
export function printableSection(section: PrintedSection): PrintableDocument {
  const { title, owner, day, firstYear, content } = section;
  return {
    title,
    subtitle: owner,
    language: "it",
    firstYear,
    date: day,
    cover: [],
    parts: [
      {
        number: null,
        title,
        depth: 0,
        texts: [
          { title: null, content: [noteOn(section)] },
          { title: null, content },
        ],
      },
    ],
  };
}

function noteOn({ owner, firstYear, lastYear, subject, at }: PrintedSection): Paragraph {
  const text = `${owner}, PIAO ${firstYear}-${lastYear}. ${sentenceOn(subject, at)}`;
  return { type: "paragraph", runs: runsOf(text, [{ type: "italic" }]) };
}

function sentenceOn(subject: SectionSubject, at: Date): string {
  switch (subject.what) {
    case "PRESENT":
      return `Testo del ${moment.format(at)}, stato: ${states[subject.state]}. Le modifiche solo proposte non vi compaiono.`;
    case "VERSION":
      return `${capital(callVersion(subject.version))}.`;
    case "COMPARISON": {
      const after = subject.after ? `la ${callVersion(subject.after)}` : `il testo del ${moment.format(at)}`;
      return `Confronto fra la ${callVersion(subject.before)}, e ${after}.`;
    }
    case "COMMENTS":
      return `Commenti alla sezione, come risultavano il ${moment.format(at)}.`;
  }
}

function callVersion({ number, name, at }: PrintedVersion): string {
  const called = name === null ? `versione ${number}` : `versione ${number}, «${name}»`;
  return `${called}, del ${moment.format(at)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
