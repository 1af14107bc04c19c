/** What can be wrong with a cell of the grid of measurements, or of a spreadsheet that fills it. `{value}` is what stands
 *  there now, `{by}` who wrote it. */
export const cellFaults = {
  NOTHING: {
    it: "Una misurazione non si cancella: scrivi il valore giusto, oppure «n.d.».",
    en: "A measurement is not deleted: write the right value, or “n.d.”.",
  },
  NOT_A_NUMBER: {
    it: "Non è un numero: scrivi per esempio 1.234,5, oppure «n.d.» se non è disponibile.",
    en: "It is not a number: write for instance 1.234,5, or “n.d.” when it is not available.",
  },
  NOT_YES_NO: { it: "Scrivi «sì», «no» oppure «n.d.».", en: "Write “sì”, “no” or “n.d.”." },
  OTHER_UNIT: {
    it: "È in un'altra unità di misura da quella dell'indicatore.",
    en: "It is in another unit than the indicator's.",
  },
  NEGATIVE: { it: "Una durata non può essere negativa.", en: "A duration cannot be negative." },
  TOO_LARGE: {
    it: "È un numero troppo grande per essere una misura.",
    en: "It is too large a number to be a measure.",
  },
  EVIDENCE: {
    it: "L'indirizzo della prova deve cominciare con https:// o http://.",
    en: "The address of the evidence must begin with https:// or http://.",
  },
  NOTE_TOO_LONG: {
    it: "La nota può avere al più {most} caratteri.",
    en: "The note can have at most {most} characters.",
  },
  CONTROL_CHARACTERS: {
    it: "Contiene caratteri che non si possono scrivere.",
    en: "It contains characters that cannot be written.",
  },
  UNKNOWN: {
    it: "Fra gli obiettivi che puoi misurare in questo anno non c'è un indicatore con questo codice.",
    en: "Among the objectives that you may measure in this year no indicator has this code.",
  },
  NOT_BEGUN: {
    it: "L'anno non è ancora iniziato: i suoi valori si scrivono dal 1° gennaio.",
    en: "The year has not begun: its values are written from 1 January on.",
  },
  TWICE: { it: "Lo stesso valore è scritto due volte.", en: "The same value is written twice." },
  CHANGED: {
    it: "Nel frattempo {by} ha scritto {value}.",
    en: "Meanwhile {by} has written {value}.",
  },
} as const satisfies Record<string, { it: string; en: string }>;

export type CellFault = keyof typeof cellFaults;
export const cellFaultCodes = Object.keys(cellFaults) as [CellFault, ...CellFault[]];

export function sentenceOfCell(
  fault: CellFault,
  details: {
    readonly by?: string | null;
    readonly value?: string | null;
    readonly most?: number | null;
  } = {},
  language: "it" | "en" = "it",
): string {
  const words: Readonly<Record<string, unknown>> = details;
  return cellFaults[fault][language].replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? ""));
}
