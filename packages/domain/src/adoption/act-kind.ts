import type { BodyType } from "../plan/plan-form.ts";

/** The acts by which plans are adopted: in local bodies it is the Giunta that approves (DM 132/2022, art. 11). */
export const actKinds = [
  "DECRETO_PRESIDENTE",
  "DECRETO_SINDACO_METROPOLITANO",
  "DELIBERAZIONE_GIUNTA",
  "DELIBERAZIONE_COMMISSARIO",
  "ALTRO_ATTO",
] as const;
export type ActKind = (typeof actKinds)[number];

const first: Readonly<Record<BodyType, ActKind>> = {
  COMUNE: "DELIBERAZIONE_GIUNTA",
  UNIONE: "DELIBERAZIONE_GIUNTA",
  // Provinces have no Giunta: its acts are their President's (L. 56/2014, art. 1 c. 55).
  PROVINCIA: "DECRETO_PRESIDENTE",
  CITTA_METROPOLITANA: "DECRETO_SINDACO_METROPOLITANO",
};

/** Those that a body of this type may name, the usual one first. */
export function actKindsOf(type: BodyType): ActKind[] {
  return [first[type], "DELIBERAZIONE_COMMISSARIO", "ALTRO_ATTO"];
}
