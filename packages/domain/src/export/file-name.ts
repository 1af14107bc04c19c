/** Longer names are cut by some systems on their way. */
const longest = 100;

/** The name of a file that says what is in it: «piao-capannori-2026-2028-bozza.pdf». Of what people wrote only letters and digits
 *  are in it, so that it is the same file name everywhere, and never a path. */
export function fileNameOf(words: readonly (string | number | null)[], extension: string): string {
  const name = words
    .map((word) =>
      String(word ?? "")
        .normalize("NFD")
        .replaceAll(/\p{M}/gu, "")
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-"),
    )
    .join("-")
    .replaceAll(/-{2,}/g, "-")
    .slice(0, longest)
    .replaceAll(/^-|-$/g, "");
  return `${name || "documento"}.${extension}`;
}
