/** Codes of the sections that are no part of the PIAO's template. All others carry the number of their part. */
export const sectionCodes = {
  /** The digital strategy that the bodies of an office share, or a body's own. */
  strategy: "STRATEGIA",
  /** What a body adds to it for its own community. */
  addendum: "INTEGRAZIONE",
} as const;
