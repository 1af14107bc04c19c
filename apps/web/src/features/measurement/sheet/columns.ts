import { rounds, type Unit } from "@upiao/domain";

/** The columns of a spreadsheet of measurements, by what their header says: Italian, whatever the language of the page, for a
 *  file goes from hand to hand. They are found by their headers, in any order. */
export interface Columns {
  readonly code: string;
  readonly objective: string;
  readonly indicator: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  readonly rounds: readonly {
    readonly round: number;
    readonly value: string;
    readonly deviation: string;
    readonly note: string;
    readonly evidence: string;
  }[];
}

/** The year stands in the headers: values of another year are not taken for this one's. */
export function columnsOf(year: number): Columns {
  return {
    code: "Codice",
    objective: "Obiettivo",
    indicator: "Indicatore",
    unit: "Unità",
    baseline: "Partenza",
    target: `Atteso ${year}`,
    rounds: rounds.map((round) => ({
      round,
      value: `Valore ${round}ª rilevazione ${year}`,
      deviation: `Scostamento ${round}ª rilevazione ${year}`,
      note: `Nota ${round}ª rilevazione ${year}`,
      evidence: `Prova ${round}ª rilevazione ${year}`,
    })),
  };
}

export const unitNames: Readonly<Record<Unit, string>> = {
  PERCENT: "%",
  NUMBER: "numero",
  DAYS: "giorni",
  HOURS: "ore",
  EURO: "euro",
  YES_NO: "sì o no",
};

/** Headers as they are compared: how somebody has typed them over does not matter. */
export function plainHeader(words: string): string {
  return words.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}
