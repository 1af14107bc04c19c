import type { BodyType } from "../plan/plan-form.ts";
import { sectionCodes } from "../plan/section-code.ts";

/** As the calls of PA digitale 2026 name those who may apply. */
export const recipientOf: Readonly<Record<BodyType, string>> = {
  COMUNE: "Comuni",
  PROVINCIA: "Province",
  CITTA_METROPOLITANA: "Citta Metropolitane",
  UNIONE: "Unioni di Comuni",
};

/** Whether a body is of a kind that a call is for. Where it names nobody, its text has to be read: nobody is told that they may. */
export function mayApply(recipients: readonly string[], type: BodyType): boolean {
  return recipients.includes(recipientOf[type]);
}

/** How a call stands on a day. */
export const callStates = ["COMING", "OPEN", "CLOSED"] as const;
export type CallState = (typeof callStates)[number];

/** A call is open through the day of its deadline; one without stays open. Days are ISO 8601. */
export function callStateOn(
  { opens, deadline }: { readonly opens: string | null; readonly deadline: string | null },
  today: string,
): CallState {
  if (deadline !== null && deadline < today) return "CLOSED";
  return opens !== null && opens > today ? "COMING" : "OPEN";
}

/** The sections of a plan that a call touches whatever it pays for: what the bodies do together, and what each adds. Those with an
 *  objective that rests on the call come to these. */
export const sectionsOfCalls: readonly string[] = [sectionCodes.strategy, sectionCodes.addendum];

export interface CallToTell {
  readonly title: string;
  readonly issuer: string;
  readonly deadline: string | null;
  readonly code: string;
}

/** What an officer may begin with where a plan has to say that its body takes part in a call. Italian, as plans are; `deadline` is
 *  written as people write a day. */
export function suggestedTextFor({ title, issuer, deadline, code }: CallToTell): string {
  const until = deadline === null ? "" : ` (scadenza ${deadline})`;
  return (
    `L'ente partecipa all'avviso «${title}» di ${issuer}${until}. L'obiettivo collegato (avviso ${code}) indica gli ` +
    "indicatori e i valori attesi che il finanziamento consente; se la domanda non è accolta, restano quelli già previsti."
  );
}
