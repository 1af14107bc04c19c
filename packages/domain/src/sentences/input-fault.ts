/** What can be wrong with a datum that a person or a program sends: the reason inside `BAD_INPUT`. */
export const inputFaults = {
  MISSING: { it: "manca.", en: "it is missing." },
  EMAIL: { it: "non è un indirizzo di posta elettronica.", en: "it is not an e-mail address." },
  TOO_LONG: { it: "può avere al più {most} caratteri.", en: "it can have at most {most} characters." },
  CONTROL_CHARACTERS: {
    it: "contiene caratteri che non si possono scrivere.",
    en: "it contains characters that cannot be written.",
  },
  OUT_OF_RANGE: { it: "deve essere tra {least} e {most}.", en: "it must be between {least} and {most}." },
  TOO_MANY: { it: "può avere al più {most} elementi.", en: "it can have at most {most} elements." },
  ONLY_AUDITOR: {
    it: "riguarda solo gli organi di controllo.",
    en: "it is for auditors only.",
  },
  DAY: { it: "non è un giorno del calendario.", en: "it is not a day of the calendar." },
  ANCHOR: { it: "non indica parole di un testo.", en: "it names no words of a text." },
  NOBODY: { it: "non è una persona che si possa indicare.", en: "it is nobody who could be named." },
  STRATEGY_NUMBER: {
    it: "non è un numero libero in questa collocazione.",
    en: "it is not a free number at this placement.",
  },
  PLAN_PART: {
    it: "non è una parte del piano a cui si possa aggiungere una sezione.",
    en: "it is no part of the plan to which a section can be added.",
  },
  TEXT: {
    it: "non è un testo che una sezione possa contenere.",
    en: "it is no text that a section can hold.",
  },
  TEXT_TOO_LONG: {
    it: "è troppo lungo per una sola importazione: dividi il file.",
    en: "it is too long for one import: split the file.",
  },
  ONE_PLACE: {
    it: "deve indicare una sola destinazione, e nessuna due volte.",
    en: "it must name one destination, and none twice.",
  },
  NOT_EARLIER: {
    it: "è degli stessi anni o di anni successivi.",
    en: "it is of the same years or of later ones.",
  },
  AMOUNT: {
    it: "non è un importo in euro: scrivi per esempio 12.500,50.",
    en: "it is not an amount in euro: write for example 12500.50.",
  },
  CODE: {
    it: "può avere solo lettere maiuscole, cifre e trattini.",
    en: "it can have capital letters, digits and hyphens only.",
  },
  STRATEGY_CODE: {
    it: "{code} non è un codice del Piano triennale: è scritto per esempio RA4.1.7.",
    en: "{code} is no code of the Piano triennale: it is written for example RA4.1.7.",
  },
  ADDRESS: {
    it: "non è l’indirizzo di una pagina: comincia con https:// o http://.",
    en: "it is not the address of a page: it begins with https:// or http://.",
  },
  CPV: {
    it: "non è un codice CPV: otto cifre, come 72000000-5.",
    en: "it is not a CPV code: eight digits, as 72000000-5.",
  },
  TOO_FAR: { it: "può distare al più {most} giorni dal primo.", en: "it can be at most {most} days later." },
  BEFORE_START: { it: "viene prima dell’inizio.", en: "it comes before the start." },
  CURSOR: { it: "non è un segnaposto di questo elenco.", en: "it is not a cursor of this list." },
  ACT_KIND: { it: "non è un atto di questo tipo di ente.", en: "it is no act of this kind of body." },
  FUTURE: { it: "è un giorno che deve ancora venire.", en: "it is a day that is still to come." },
  ACT_FILE: {
    it: "non c'è: carica di nuovo il file dell'atto.",
    en: "it is not there: send the file of the act again.",
  },
  ACT_FILE_TYPE: {
    it: "non è un PDF né un file firmato p7m.",
    en: "it is neither a PDF nor a signed p7m file.",
  },
  STRATEGY_ITEM: {
    it: "non è una voce di questa edizione del Piano triennale.",
    en: "it is no item of this edition of the Piano triennale.",
  },
  LINK_UNDECIDED: {
    it: "tutti i collegamenti di un obiettivo si decidono insieme.",
    en: "all links of an objective are decided together.",
  },
  EDITION: {
    it: "non è un'edizione del Piano triennale che conosciamo.",
    en: "it is no edition of the Piano triennale that we know.",
  },
} as const satisfies Record<string, { it: string; en: string }>;

export type InputFault = keyof typeof inputFaults;

export function isInputFault(word: unknown): word is InputFault {
  return typeof word === "string" && Object.hasOwn(inputFaults, word);
}
