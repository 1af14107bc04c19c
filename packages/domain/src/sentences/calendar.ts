import type { CalendarItem, CalendarKind } from "../calendar/calendar-item.ts";

type Language = "it" | "en";
type Sentence = Readonly<Record<Language, string>>;

/** What is due, by kind. `{body}`, `{title}`, `{years}`, `{year}` and `{round}` are filled in. */
const sentences: Readonly<Record<CalendarKind, Sentence>> = {
  PLAN: { it: "{body}: adozione del PIAO {years}", en: "{body}: adoption of the PIAO {years}" },
  MONITORING: {
    it: "{body}: {round}ª rilevazione del {year}",
    en: "{body}: monitoring round {round} of {year}",
  },
  STRATEGY: {
    it: "{body}: linee d’azione del Piano triennale rivolte a enti di questo tipo",
    en: "{body}: lines of action of the Piano triennale for bodies of this kind",
  },
  CALL: { it: "{body}: scade l’avviso «{title}»", en: "{body}: funding call “{title}” closes" },
  CONTRACT: {
    it: "{body}: scade il contratto di servizio «{title}»",
    en: "{body}: service contract “{title}” expires",
  },
  ACCESSIBILITY_OBJECTIVES: {
    it: "{body}: obiettivi di accessibilità {year}",
    en: "{body}: accessibility objectives {year}",
  },
  ACCESSIBILITY_DECLARATION: {
    it: "{body}: dichiarazione di accessibilità {year}",
    en: "{body}: accessibility declaration {year}",
  },
};

const toVerify: Sentence = { it: "termine da verificare", en: "term to be verified" };
const ours: Sentence = { it: "giorno proposto dalla piattaforma", en: "day proposed by the platform" };
const putOff: Sentence = { it: "termine differito", en: "term put off" };

/** What an item of the calendar says. Its parts are user text: whoever prints it escapes it. */
export function sayDue(
  item: Pick<CalendarItem, "kind" | "title" | "year" | "round">,
  body: string,
  language: Language = "it",
): string {
  const { kind, title, year, round } = item;
  const parts: Record<string, string> = {
    body,
    title: title ?? "",
    years: year === null ? "" : `${year}–${year + 2}`,
    year: String(year ?? ""),
    round: String(round ?? ""),
  };
  return sentences[kind][language].replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? "");
}

/** The same where there is only a line, as in another program's calendar: with its doubt, and why the day is this one. */
export function sayDueInALine(
  item: Pick<CalendarItem, "kind" | "title" | "year" | "round" | "isVerified" | "isOurs">,
  body: string,
  language: Language = "it",
): string {
  const notes = [
    item.kind === "STRATEGY" ? item.title : null,
    item.isVerified ? null : toVerify[language],
    item.isOurs ? ours[language] : null,
    item.kind === "PLAN" && item.title !== null ? `${putOff[language]}: ${item.title}` : null,
  ].filter((note) => note !== null);
  const said = sayDue(item, body, language);
  return notes.length === 0 ? said : `${said} (${notes.join("; ")})`;
}
