import type { IpaEntry } from "./body-register.ts";
import { searchName } from "./search-name.ts";

/** The entry of IPA that is this body: the one that bears its name, or the one whose code is known. Null when IPA does not
 *  have it; "AMBIGUOUS" when more than one could be it. A Comune shares its category with the associations that sit in
 *  it, so that to be the only one is not enough. */
export function chooseIpaEntry(
  names: readonly string[],
  knownCode: string | null,
  entries: readonly IpaEntry[],
): IpaEntry | "AMBIGUOUS" | null {
  const wanted = new Set(names.map(searchName));
  const named = entries.filter(({ name }) => wanted.has(searchName(name)));
  const known = (named.length > 0 ? named : entries).find(({ ipaCode }) => ipaCode === knownCode);
  if (known) return known;
  if (named.length > 1) return "AMBIGUOUS";
  return named[0] ?? null;
}

/** What IPA calls the Comune of a name, which may be in two languages. */
export function ipaNamesOfComune(name: string): string[] {
  const parts = [name, ...name.split("/")];
  return parts.flatMap((part) => [`Comune di ${part}`, `Comune ${part}`, `Città di ${part}`, part]);
}
