import { useApolloClient, useSubscription } from "@apollo/client/react";
import { problemOf } from "../../api/problem.ts";
import { PresenceDocument } from "../../generated/graphql.ts";

/** The most that the server follows for one subscription. */
const mostFollowed = 200;

/** Keeps `present` of these sections as it is now. `onLost` is called when one of them may be read no longer:
 *  the server then stops telling of all of them. */
export function usePresence(ids: readonly string[], onLost: () => void): void {
  const client = useApolloClient();
  useSubscription(PresenceDocument, {
    variables: { sectionIds: ids.slice(0, mostFollowed) },
    skip: ids.length === 0,
    // What a page shows of it is the section's.
    fetchPolicy: "no-cache",
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return;
      const { sectionId, present } = data.presence;
      const id = client.cache.identify({ __typename: "Section", id: sectionId });
      if (id) client.cache.modify({ id, fields: { present: () => present } });
    },
    onError: (error) => {
      if (problemOf(error).code === "NOT_FOUND") onLost();
    },
  });
}
