const [first, last] = [2022, 2100];

/** The year that an address asks for, or this one. */
export function askedYear(words: string | null): number {
  const year = Number(words);
  return Number.isInteger(year) && year >= first && year <= last ? year : new Date().getFullYear();
}
