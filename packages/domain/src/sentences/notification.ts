import type { NotificationKind } from "../notification/notification-kind.ts";

interface Sentence {
  readonly it: string;
  readonly en: string;
}

/** What a person is told, by kind, in the app and by mail. `{by}` is who did it, `{place}` where. */
const sentences: Readonly<Record<NotificationKind, Sentence>> = {
  SUBMITTED: {
    it: "{by} ha inviato «{place}» in revisione.",
    en: "{by} submitted “{place}” for review.",
  },
  CHANGES_REQUESTED: {
    it: "{by} ha chiesto modifiche a «{place}».",
    en: "{by} asked for changes to “{place}”.",
  },
  VALIDATED: {
    it: "{by} ha validato «{place}».",
    en: "{by} validated “{place}”.",
  },
  ADOPTED: {
    it: "{by} ha adottato «{place}».",
    en: "{by} adopted “{place}”.",
  },
  ADOPTION_ANNULLED: {
    it: "{by} ha annullato l’adozione di «{place}», che non era ancora pubblicato.",
    en: "{by} annulled the adoption of “{place}”, which was not published yet.",
  },
  PUBLISHED: {
    it: "{by} ha pubblicato «{place}».",
    en: "{by} published “{place}”.",
  },
  AMENDED: {
    it: "{by} ha aperto un aggiornamento di «{place}».",
    en: "{by} opened an amendment of “{place}”.",
  },
  REMARK: {
    it: "Un cittadino ha scritto un’osservazione su «{place}».",
    en: "A citizen wrote a remark about “{place}”.",
  },
  SIGN_OFF_NEEDED: {
    it: "«{place}» attende la tua sottoscrizione.",
    en: "“{place}” awaits your sign-off.",
  },
  MENTION: {
    it: "{by} ti ha menzionato in «{place}».",
    en: "{by} mentioned you in “{place}”.",
  },
  REPLY: {
    it: "{by} ha risposto in una discussione su «{place}».",
    en: "{by} replied in a discussion of “{place}”.",
  },
  FINDING: {
    it: "{by} ha formulato un rilievo su «{place}».",
    en: "{by} raised a finding on “{place}”.",
  },
  PROPOSED: {
    it: "{by} ha proposto modifiche a «{place}».",
    en: "{by} proposed changes to “{place}”.",
  },
  SUGGESTIONS_DECIDED: {
    it: "{by} ha deciso sulle modifiche proposte a «{place}».",
    en: "{by} decided on the changes proposed to “{place}”.",
  },
  OPINION: {
    it: "{by} ha reso un parere su «{place}».",
    en: "{by} gave an opinion on “{place}”.",
  },
  DEADLINE: {
    it: "Il termine per adottare «{place}» è il {deadline}.",
    en: "“{place}” is due for adoption by {deadline}.",
  },
  CALL: {
    it: "{by} segnala un avviso di finanziamento per cui «{place}» può dover cambiare.",
    en: "{by} points out a funding call for which “{place}” may have to change.",
  },
  MEASUREMENT_DUE: {
    it: "Mancano valori di indicatori di «{place}»: la rilevazione si chiude il {deadline}.",
    en: "Values of indicators of “{place}” are missing: the round of measuring ends on {deadline}.",
  },
  TERM: {
    it: "Nel tuo calendario si avvicina una scadenza.",
    en: "A term in your calendar is drawing near.",
  },
};

const somebody: Sentence = { it: "Qualcuno", en: "Somebody" };
const lost: Sentence = {
  it: "Un avviso su un testo che non ti è più accessibile.",
  en: "A notice about a text that you can no longer access.",
};

export interface ToldOf {
  readonly kind: NotificationKind;
  /** Who did it; null: nobody in particular. */
  readonly by: string | null;
  /** Where; null: what this person may not know any more. */
  readonly place: string | null;
  /** As a day is written in this language; for what has one. */
  readonly deadline?: string;
}

/** It tells of what somebody finds on a page that is theirs alone, and of no text. */
export function isPlaceless(kind: NotificationKind): boolean {
  return kind === "TERM";
}

/** What a notification says. The parts are user text: whoever prints it escapes it. */
export function tell({ kind, by, place, deadline = "" }: ToldOf, language: "it" | "en" = "it"): string {
  if (place === null && !isPlaceless(kind)) return lost[language];
  const parts: Record<string, string> = { by: by ?? somebody[language], place: place ?? "", deadline };
  return sentences[kind][language].replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? "");
}

/** What each kind is called where people choose among them. */
export const kindNames: Readonly<Record<NotificationKind, Sentence>> = {
  SUBMITTED: { it: "Testi inviati in revisione", en: "Texts submitted for review" },
  CHANGES_REQUESTED: { it: "Richieste di modifica", en: "Requests for changes" },
  VALIDATED: { it: "Validazioni", en: "Validations" },
  ADOPTED: { it: "Adozioni", en: "Adoptions" },
  ADOPTION_ANNULLED: { it: "Adozioni annullate", en: "Adoptions annulled" },
  PUBLISHED: { it: "Pubblicazioni", en: "Publications" },
  AMENDED: { it: "Aggiornamenti aperti", en: "Amendments opened" },
  REMARK: { it: "Osservazioni dei cittadini", en: "Citizens' remarks" },
  SIGN_OFF_NEEDED: { it: "Sottoscrizioni da dare", en: "Sign-offs awaited" },
  MENTION: { it: "Menzioni", en: "Mentions" },
  REPLY: { it: "Risposte", en: "Replies" },
  FINDING: { it: "Rilievi", en: "Findings" },
  PROPOSED: { it: "Proposte di modifica", en: "Proposed changes" },
  SUGGESTIONS_DECIDED: { it: "Decisioni sulle proposte", en: "Decisions on proposals" },
  OPINION: { it: "Pareri", en: "Opinions" },
  DEADLINE: { it: "Scadenze", en: "Deadlines" },
  CALL: { it: "Avvisi di finanziamento", en: "Funding calls" },
  MEASUREMENT_DUE: { it: "Valori da misurare", en: "Values to be measured" },
  TERM: { it: "Scadenze del calendario", en: "Terms in the calendar" },
};
