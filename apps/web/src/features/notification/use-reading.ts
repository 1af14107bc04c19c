import { useApolloClient, useMutation } from "@apollo/client/react";
import { MarkAllReadDocument, MarkReadDocument } from "../../generated/graphql.ts";
import { useNoteUnread } from "./use-unread.ts";

/** Puts aside what was read, here at once and on the server. */
export function useReading() {
  const { cache } = useApolloClient();
  const note = useNoteUnread();
  const [markRead] = useMutation(MarkReadDocument);
  const [markAllRead] = useMutation(MarkAllReadDocument);

  const show = (ids: readonly string[]) => {
    const readAt = new Date().toISOString();
    for (const id of ids)
      cache.modify({
        id: cache.identify({ __typename: "Notification", id }),
        fields: { readAt: () => readAt },
      });
  };
  return {
    async read(id: string) {
      const { data } = await markRead({ variables: { ids: [id] } });
      show([id]);
      if (data) note(data.markRead);
    },
    /** All up to this moment; of them these are shown. */
    async readAll(until: string, ids: readonly string[]) {
      const { data } = await markAllRead({ variables: { until } });
      show(ids);
      if (data) note(data.markAllRead);
    },
  };
}
