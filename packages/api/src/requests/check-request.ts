import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  type ParseOptions,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from "graphql";
import { mostTokens } from "../limits.ts";
import { refuseCostly } from "./cost.ts";
import { limitsRule } from "./limits-rule.ts";

export const parseOptions: ParseOptions = { maxTokens: mostTokens, noLocation: false };

/** The rules of this door beside those of GraphQL. */
export function ownRules(introspection: boolean): ValidationRule[] {
  return introspection ? [limitsRule] : [limitsRule, NoSchemaIntrospectionCustomRule];
}

export interface AskedSubscription {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
}

/** A subscription's document, checked as Apollo checks queries and mutations. Throws, or returns what is wrong. */
export function checkSubscription(
  schema: GraphQLSchema,
  asked: AskedSubscription,
  introspection: boolean,
): DocumentNode | readonly GraphQLError[] {
  const document = parse(asked.query, parseOptions);
  const errors = validate(schema, document, [...specifiedRules, ...ownRules(introspection)]);
  if (errors.length > 0) return errors;
  const operation = getOperationAST(document, asked.operationName);
  if (!isSubscription(operation)) {
    return [new GraphQLError("Only subscriptions come by WebSocket; send the rest to POST /graphql.")];
  }
  refuseCostly(schema, document, operation, asked.variables ?? {});
  return document;
}

function isSubscription(
  operation: OperationDefinitionNode | null | undefined,
): operation is OperationDefinitionNode {
  return operation?.operation === "subscription";
}
