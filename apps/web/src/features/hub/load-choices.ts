import type { ApolloClient } from "@apollo/client";
import {
  CallChoicesDocument,
  type CallChoicesQuery,
  ServiceChoicesDocument,
  type ServiceChoicesQuery,
} from "../../generated/graphql.ts";

/** The services of the hubs in which the reader's bodies take part. */
export async function loadServiceChoices(client: ApolloClient): Promise<ServiceChoicesQuery["hubServices"]> {
  const { data } = await client.query({ query: ServiceChoicesDocument, fetchPolicy: "network-only" });
  if (!data) throw new TypeError("no answer");
  return data.hubServices;
}

type Call = CallChoicesQuery["fundingCalls"]["rows"][number];

/** All calls that the reader may see, also those that are over. */
export async function loadCallChoices(client: ApolloClient): Promise<Call[]> {
  const calls: Call[] = [];
  let after: string | null = null;
  do {
    const answer: { data?: CallChoicesQuery | undefined } = await client.query({
      query: CallChoicesDocument,
      variables: { after },
      fetchPolicy: "no-cache",
    });
    if (!answer.data) throw new TypeError("no answer");
    const { rows, pageInfo } = answer.data.fundingCalls;
    calls.push(...rows);
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return calls;
}
