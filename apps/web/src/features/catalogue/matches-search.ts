import { searchName } from "@upiao/domain";

/** Whether texts have all words of a search, or their beginnings, in any order and without accents: as the Piano triennale is
 *  searched on the server. */
export function matchesSearch(search: string, texts: readonly (string | null)[]): boolean {
  const within = ` ${searchName(texts.join(" "))}`;
  return searchName(search)
    .split(" ")
    .every((word) => within.includes(` ${word}`));
}
