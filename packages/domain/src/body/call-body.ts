import type { BodyType } from "../plan/plan-form.ts";

/** A body as people call it, in Italian: the register has «Capannori», a document says «Comune di Capannori». What is not a Comune
 *  carries its kind in its name. */
export function callBody({ type, name }: { readonly type: BodyType; readonly name: string }): string {
  return type === "COMUNE" ? `Comune di ${name}` : name;
}
