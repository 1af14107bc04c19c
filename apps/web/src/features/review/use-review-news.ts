import { useSubscription } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { ReviewNewsDocument } from "../../generated/graphql.ts";

/** Reads a list anew when somebody is told something, and when they come back to the page: what waits for a person
 *  changes by what others do. */
export function useReviewNews(refetch: () => void): void {
  const latest = useRef(refetch);
  latest.current = refetch;
  const known = useRef<string | null | undefined>(undefined);
  useSubscription(ReviewNewsDocument, {
    ignoreResults: true,
    onData: ({ data }) => {
      const lastAt = data.data?.notificationsChanged.lastAt ?? null;
      // The first event says how it stands, which the page has just asked.
      if (known.current !== undefined && known.current !== lastAt) latest.current();
      known.current = lastAt;
    },
  });
  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === "visible") latest.current();
    };
    document.addEventListener("visibilitychange", onReturn);
    return () => document.removeEventListener("visibilitychange", onReturn);
  }, []);
}
