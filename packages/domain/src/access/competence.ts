import { sectionCodes } from "../plan/section-code.ts";

/** Of which kind of control an auditor is: the evaluation unit (Nucleo di valutazione, OIV), the auditors of accounts
 *  (organo di revisione), or who is responsible for the prevention of corruption and for transparency (RPCT). */
export const competences = ["NUCLEO", "REVISORI", "RPCT"] as const;
export type Competence = (typeof competences)[number];

/** The parts of the PIAO (DM 132/2022) on which each gives its opinion. The strategy belongs to performance, which
 *  measures it. */
const codes: Record<Competence, readonly string[]> = {
  NUCLEO: ["2.1", "2.2", "4", sectionCodes.strategy, sectionCodes.addendum],
  REVISORI: ["3.3"],
  RPCT: ["2.3"],
};

export function isCompetentFor(competence: Competence | null, code: string): boolean {
  return competence !== null && codes[competence].includes(code);
}
