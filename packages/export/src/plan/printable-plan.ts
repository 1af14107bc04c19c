import type { AdoptedPlan } from "@upiao/document";
import { callBody, citeAct } from "@upiao/domain";
import type { PrintableDocument } from "../printable.ts";
import { planHeading } from "./plan-heading.ts";
import { printableParts } from "./printable-parts.ts";

/** A plan as it was adopted, with its act and the hash by which it is verified. `sha256` is in hex. */
export function printablePlan(plan: AdoptedPlan, { sha256 }: { readonly sha256: string }): PrintableDocument {
  const { body, act, amendment } = plan;
  return {
    ...planHeading({ ...plan, body: callBody(body) }),
    date: act.day,
    cover: [
      { label: "Ente", value: callBody(body) },
      { label: "Triennio", value: `${plan.firstYear}-${plan.lastYear}` },
      ...(amendment > 0 ? [{ label: "Versione", value: `Aggiornamento n. ${amendment}` }] : []),
      { label: "Adottato con", value: citeAct(act) },
      ...linksOf(plan),
      { label: "SHA-256 della forma canonica", value: sha256 },
    ],
    parts: printableParts(plan.parts),
  };
}

/** The documents of planning with which a plan hangs together. */
export function linksOf({ dup, peg }: Pick<AdoptedPlan, "dup" | "peg">): PrintableDocument["cover"] {
  return [
    ...(dup ? [{ label: "Documento unico di programmazione (DUP)", value: dup }] : []),
    ...(peg ? [{ label: "Piano esecutivo di gestione (PEG)", value: peg }] : []),
  ];
}
