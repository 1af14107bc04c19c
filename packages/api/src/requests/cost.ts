import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
// The package's main entry loads a second copy of graphql, for which no object of ours is of any type.
import { type ComplexityEstimatorArgs, getComplexity } from "graphql-query-complexity/cjs";
import { highestCost } from "../limits.ts";
import { tooComplex } from "./limits-rule.ts";

/** Throws TOO_COMPLEX when a valid operation would cost more than the limit. Unlike the document's measures it
 *  depends on the variables: they say how long the lists are. */
export function refuseCostly(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const operationName = operation.name?.value;
  const cost = getComplexity({ schema, query: document, operationName, variables, estimators: [estimate] });
  if (cost > highestCost) throw tooComplex("cost", highestCost);
}

/** What the field's decorator says, by a number or a function; 1 where it says nothing. */
function estimate(asked: ComplexityEstimatorArgs): number {
  const { complexity = 1 } = asked.field.extensions;
  return typeof complexity === "function" ? complexity(asked) : Number(complexity) + asked.childComplexity;
}
