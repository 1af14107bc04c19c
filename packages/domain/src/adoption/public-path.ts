/** What a body is called in public addresses: its ISTAT code, or its id where it has none. */
export type BodyKey = string;

/** Where everybody finds what a body has published. These addresses stay: others cite them. */
export function publicBodyPath(body: { readonly id: string; readonly istatCode: string | null }): string {
  return `/pubblico/enti/${publicKeyOf(body)}`;
}

export function publicKeyOf({
  id,
  istatCode,
}: {
  readonly id: string;
  readonly istatCode: string | null;
}): BodyKey {
  return istatCode ?? id;
}

/** The plan of these years as it is in force; with an amendment, as it was adopted then. */
export function publicPlanPath(
  body: { readonly id: string; readonly istatCode: string | null },
  firstYear: number,
  amendment: number | null = null,
): string {
  const plan = `${publicBodyPath(body)}/${firstYear}`;
  return amendment === null ? plan : `${plan}/${amendmentKey(amendment)}`;
}

/** `originale` for the first adoption, `aggiornamento-1` and so on for those after it. */
export function amendmentKey(amendment: number): string {
  return amendment === 0 ? "originale" : `aggiornamento-${amendment}`;
}

/** The number that an address names, or null where it names none. */
export function readAmendmentKey(key: string): number | null {
  if (key === "originale") return 0;
  const number = /^aggiornamento-([1-9]\d{0,3})$/.exec(key)?.[1];
  return number === undefined ? null : Number(number);
}
