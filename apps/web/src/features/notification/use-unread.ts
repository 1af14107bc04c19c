import { useApolloClient, useQuery, useSubscription } from "@apollo/client/react";
import {
  NotificationsChangedDocument,
  UnreadNotificationsDocument,
  type UnreadNotificationsQuery,
} from "../../generated/graphql.ts";

export type Unread = UnreadNotificationsQuery["unreadNotifications"];

/** How much there is to read, as it was last heard; null until then. */
export function useUnread(): Unread | null {
  const { data } = useQuery(UnreadNotificationsDocument, { fetchPolicy: "cache-first" });
  return data?.unreadNotifications ?? null;
}

/** Keeps it as it is on the server. To be called once on a page. */
export function useLiveUnread(): void {
  const note = useNoteUnread();
  useSubscription(NotificationsChangedDocument, {
    fetchPolicy: "no-cache",
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (data) note(data.notificationsChanged);
    },
  });
}

/** Notes what the server has said of it. */
export function useNoteUnread(): (unread: Unread) => void {
  const client = useApolloClient();
  return (unread) =>
    void client.writeQuery({ query: UnreadNotificationsDocument, data: { unreadNotifications: unread } });
}
