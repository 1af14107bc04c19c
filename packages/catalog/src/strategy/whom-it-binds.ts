import { type BodyType, bodyTypes } from "@upiao/domain";

export interface Addressees {
  /** As the line of action says it. */
  readonly words: string;
  readonly bodies: readonly BodyType[];
  readonly isConditional: boolean;
}

const none: readonly BodyType[] = [];

/** How a line begins, and which of our kinds of body that means; the first that fits. All of ours are local bodies, so
 *  «Le PA locali» and «Gli Enti locali» are all of them. */
const beginnings: readonly (readonly [RegExp, readonly BodyType[]])[] = [
  // Of the Comuni only the capitals of the metropolitan cities.
  [
    /^(?:Tutte le|Le) Regioni, le Province [Aa]utonome, le [Cc]ittà [Mm]etropolitane(?:,| e) i (?:Comuni )?capoluog\S+ delle Città metropolitane/,
    ["COMUNE", "CITTA_METROPOLITANA"],
  ],
  [/^Le Regioni e le Province Autonome/, none],
  [/^Le Università(?: e gli AFAM statali)?|^Le istituzioni scolastiche/, none],
  [/^Le PA centrali e i Comuni/, ["COMUNE"]],
  [/^(?:Le|Ogni) PA central[ei]/, none],
  [/^I soggetti aggregatori/, ["PROVINCIA", "CITTA_METROPOLITANA"]],
  [
    /^Ogni Comune con popolazione tra 100\.001 e 250\.000 abitanti, ogni Provincia e Città Metropolitana/,
    ["COMUNE", "PROVINCIA", "CITTA_METROPOLITANA"],
  ],
  [
    /^Ogni Comune con popolazione tra 10\.000 e 100\.000 abitanti, ogni Unione di Comuni o altri tipi di consorzi e associazioni/,
    ["COMUNE", "UNIONE"],
  ],
  [
    /^Ogni Comune con popolazione > 250\.000 abitanti, ogni Regione ed ogni altro ente territoriale regionale/,
    ["COMUNE"],
  ],
  [/^Ogni Comune con popolazione tra 5\.000 e 10\.000 abitanti/, ["COMUNE"]],
  [/i Comuni(?= potranno)/, ["COMUNE"]],
  [/(?<=\()PAC\/PAL-Comuni[^)]*(?=\)$)/, ["COMUNE"]],
  [/(?<=\()Regioni, Consorzi, Unioncamere(?=\)$)/, none],
  [/^(?:Le PAL|Le PA locali|Gli Enti locali)(?! e )/, bodyTypes],
  [/^Le stazioni appaltanti/, bodyTypes],
  [
    /^(?:Le Amministrazioni e gli Enti|Le PA e i gestori di pubblici servizi|Le singole PA|Le PA|La PA)/,
    bodyTypes,
  ],
  [/^(?:[\d.]+ |Le )?[Aa]mministrazioni/, bodyTypes],
  [/le pubbliche amministrazioni/, bodyTypes],
];

/** Words by which a line leaves out those of whom something is not true. */
const conditions =
  /interessat|partecipanti alle|aderenti|che intendono|che fanno parte|coinvolte nel|titolari di|proprietarie di|con data center|soggetti aggregatori|PA, ove richiesto|proprie esigenze|necessità|missione istituzionale|possono |potranno |con popolazione|capoluog|^[\d.]+ amministrazioni|rispondono ai bandi|fruizione di servizi erogati da privati/;

/** Whom a line of action is for, read from its words: the source has no field for it. Null when the words are none that
 *  are known: a test reads every line, so that a new edition shows it. */
export function whomItBinds(title: string): Addressees | null {
  for (const [beginning, bodies] of beginnings) {
    const words = beginning.exec(title)?.[0];
    if (words) return { words, bodies, isConditional: bodies.length > 0 && conditions.test(title) };
  }
  return null;
}
