import type { AdoptedPlan } from "@upiao/document";
import { callBody, type State } from "@upiao/domain";
import type { PrintableDocument } from "../printable.ts";
import { planHeading } from "./plan-heading.ts";
import { printableParts, type WrittenPart } from "./printable-parts.ts";
import { linksOf } from "./printable-plan.ts";

/** A plan as somebody reads it before it is adopted, or with an amendment in it. */
export interface DraftPlan extends Pick<AdoptedPlan, "firstYear" | "lastYear" | "amendment" | "dup" | "peg"> {
  readonly body: Pick<AdoptedPlan["body"], "name" | "type">;
  readonly state: State;
  /** When it was read, ISO 8601. */
  readonly day: string;
  readonly parts: readonly WrittenPart[];
}

const states: Readonly<Record<State, string>> = {
  DRAFT: "in redazione",
  SUBMITTED: "inviato alla revisione",
  CHANGES_REQUESTED: "in redazione, con modifiche richieste",
  VALIDATED: "validato, non ancora adottato",
  ADOPTED: "adottato; non è il testo dell'atto",
  PUBLISHED: "pubblicato; non è il testo dell'atto",
};

const longDay = new Intl.DateTimeFormat("it", { dateStyle: "long", timeZone: "UTC" });

/** A draft says on its cover that it is one, and of which day: printed, it outlives what it says. */
export function printableDraft(plan: DraftPlan): PrintableDocument {
  const { firstYear, lastYear, amendment, state, day } = plan;
  const body = callBody(plan.body);
  return {
    ...planHeading({ firstYear, lastYear, body }),
    date: day,
    cover: [
      { label: "Ente", value: body },
      { label: "Triennio", value: `${firstYear}-${lastYear}` },
      { label: "Bozza", value: `del ${longDay.format(new Date(day))}, senza valore di atto` },
      { label: "Stato", value: states[state] },
      ...(amendment > 0 ? [{ label: "Versione", value: `Aggiornamento n. ${amendment}` }] : []),
      ...linksOf(plan),
    ],
    parts: printableParts(plan.parts),
  };
}
