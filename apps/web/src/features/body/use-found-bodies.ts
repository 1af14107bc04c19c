import { useQuery } from "@apollo/client/react";
import { FindBodiesDocument, type FindBodiesQuery } from "../../generated/graphql.ts";
import { useRested } from "../../ui/use-rested.ts";

export type FoundBody = FindBodiesQuery["bodies"][number];

/** As many as can be looked through; who sees more goes on typing. */
export const mostFound = 12;
const fewestLetters = 2;

/** The bodies of Italy that match what is being typed, asked when the fingers rest. */
export function useFoundBodies(typed: string): { found: readonly FoundBody[]; isSettled: boolean } {
  const search = useRested(typed.trim());
  const skip = search.length < fewestLetters;
  const { data, previousData } = useQuery(FindBodiesDocument, {
    skip,
    variables: { search, first: mostFound },
  });
  const found = skip ? [] : ((data ?? previousData)?.bodies ?? []);
  return { found, isSettled: !skip && data !== undefined && search === typed.trim() };
}
