import type { ApolloClient } from "@apollo/client";
import { MeDocument, type MyselfFragment } from "../generated/graphql.ts";

/** Asks the server who has signed in; null when nobody has. */
export async function whoAmI(client: ApolloClient): Promise<MyselfFragment | null> {
  const { data } = await client.query({ query: MeDocument, fetchPolicy: "no-cache" });
  return data?.me ?? null;
}
