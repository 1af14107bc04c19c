import { Refusal } from "@upiao/domain";
import { GraphQLError, type ValidationRule } from "graphql";
import { deepest, mostAliases, mostDirectives, mostSelections } from "../limits.ts";
import { type Measures, measure } from "./measure.ts";

const most: Measures = {
  depth: deepest,
  aliases: mostAliases,
  directives: mostDirectives,
  selections: mostSelections,
};

/** Refuses a document that is deeper or broader than any honest one, before it is executed. */
export const limitsRule: ValidationRule = (context) => ({
  Document(document) {
    const measures = measure(document);
    for (const limit of Object.keys(most) as (keyof Measures)[]) {
      if (measures[limit] > most[limit]) context.reportError(tooComplex(limit, most[limit]));
    }
  },
});

/** TOO_COMPLEX, with the limit that was passed. */
export function tooComplex(limit: string, most: number): GraphQLError {
  const refusal = new Refusal("TOO_COMPLEX", { limit, most });
  return new GraphQLError(refusal.message, { originalError: refusal });
}
