import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { OperationTypeNode } from "graphql";
import { createClient } from "graphql-ws";

/** The server is the one that the page came from; the session is its cookie. */
export function openClient(): ApolloClient {
  const http = new HttpLink({ uri: "/graphql", headers: { "Apollo-Require-Preflight": "true" } });
  const live = new GraphQLWsLink(
    createClient({
      url: `${location.origin.replace(/^http/, "ws")}/graphql`,
      lazy: true,
      // The desk goes on without live news; it stops asking after some minutes and asks again at the next page.
      retryAttempts: 20,
      shouldRetry: () => true,
    }),
  );
  const link = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    live,
    http,
  );
  return new ApolloClient({
    link,
    cache: new InMemoryCache({ typePolicies: { Person: { keyFields: false } } }),
  });
}
