import type { ActKind } from "../adoption/act-kind.ts";

export const actKindWords: Readonly<Record<ActKind, { readonly it: string; readonly en: string }>> = {
  DECRETO_PRESIDENTE: { it: "Decreto del Presidente", en: "Decree of the President" },
  DECRETO_SINDACO_METROPOLITANO: {
    it: "Decreto del Sindaco metropolitano",
    en: "Decree of the metropolitan Mayor",
  },
  DELIBERAZIONE_GIUNTA: { it: "Deliberazione della Giunta", en: "Resolution of the Giunta" },
  DELIBERAZIONE_COMMISSARIO: {
    it: "Deliberazione del Commissario straordinario",
    en: "Resolution of the extraordinary Commissioner",
  },
  ALTRO_ATTO: { it: "Atto", en: "Act" },
};
