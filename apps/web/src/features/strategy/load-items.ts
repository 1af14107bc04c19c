import type { ApolloClient } from "@apollo/client";
import {
  EditionsOfSectionDocument,
  type StrategyChoiceFragment,
  StrategyChoicesDocument,
  type StrategyChoicesQuery,
} from "../../generated/graphql.ts";

/** All items of the editions against which the plans are written in which a section stands; without one, of the newest. */
export async function loadItemsOfSection(
  client: ApolloClient,
  sectionId: string,
): Promise<StrategyChoiceFragment[]> {
  const { data } = await client.query({ query: EditionsOfSectionDocument, variables: { sectionId } });
  const written = (data?.plansOfSection ?? []).map(({ strategyEdition }) => strategyEdition ?? null);
  const editions = written.length === 0 ? [null] : [...new Set(written)];
  const lists = await Promise.all(editions.map((edition) => loadEdition(client, edition)));
  // What two editions have under one code is offered once.
  return [...new Map(lists.flat().map((item) => [item.code, item])).values()];
}

async function loadEdition(client: ApolloClient, edition: string | null): Promise<StrategyChoiceFragment[]> {
  const items: StrategyChoiceFragment[] = [];
  let after: string | null = null;
  do {
    const answer: { data?: StrategyChoicesQuery | undefined } = await client.query({
      query: StrategyChoicesDocument,
      variables: { edition, after },
      // The cache joins the pages of a list.
      fetchPolicy: "no-cache",
    });
    if (!answer.data) throw new TypeError("no answer");
    const { edges, pageInfo } = answer.data.strategyItems;
    items.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return items;
}
