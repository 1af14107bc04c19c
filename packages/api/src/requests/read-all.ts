import { Refusal } from "@upiao/domain";

type Readers<Values> = { readonly [Name in keyof Values]: () => Values[Name] };

/** Reads every datum of a form. Throws the first that is refused, with the others beside it, so that whoever sent them mends all at
 *  once. */
export function readAll<Values extends object>(readers: Readers<Values>): Values {
  const refused: Refusal[] = [];
  const read: Partial<Values> = {};
  for (const name of Object.keys(readers) as (keyof Values)[]) {
    try {
      read[name] = readers[name]();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error);
    }
  }
  const [first, ...others] = refused;
  if (first) throw new Refusal(first.code, first.details, others);
  return read as Values;
}
