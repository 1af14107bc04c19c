const months = [
  "gennaio",
  "febbraio",
  "marzo",
  "aprile",
  "maggio",
  "giugno",
  "luglio",
  "agosto",
  "settembre",
  "ottobre",
  "novembre",
  "dicembre",
];

export interface Term {
  readonly dueOn: string | null;
  readonly startsOn: string | null;
}

/** The days that a term of the Piano triennale means: «Settembre 2025» is until its last day, «Da marzo 2024» is from its
 *  first day on, without an end. Null for words that are no term. */
export function termOf(when: string): Term | null {
  const [, from, name = "", year] = /^(da |dal )?(\p{L}+) (20\d\d)$/iu.exec(when.trim()) ?? [];
  const month = months.indexOf(name.toLowerCase());
  if (month < 0) return null;
  return from
    ? { dueOn: null, startsOn: day(Number(year), month, 1) }
    : { dueOn: day(Number(year), month + 1, 0), startsOn: null };
}

function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}
