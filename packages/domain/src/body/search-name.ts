/** A name as people type it: without accents, apostrophes, hyphens and capitals, so that
 *  `forli` finds «Forlì» and `l aquila`, `laquila` or `L'Aquila` find «L'Aquila». */
export function searchName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
