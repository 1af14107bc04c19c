import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { MyExportsDocument } from "../../generated/graphql.ts";
import { lookEveryMs } from "./use-export.ts";

/** The files that I have asked for, looked at each second as long as one of them is being made. */
export function useMyExports() {
  const { data, previousData, error, refetch, startPolling, stopPolling } = useQuery(MyExportsDocument, {
    fetchPolicy: "cache-and-network",
  });
  // What is shown stays while the server is away, and is looked at again.
  const exports = (data ?? previousData)?.myExports;
  const isMaking = exports?.some(({ state }) => state === "QUEUED" || state === "RUNNING") ?? false;
  useEffect(() => {
    if (!isMaking) return;
    startPolling(lookEveryMs);
    return stopPolling;
  }, [isMaking, startPolling, stopPolling]);
  return { exports, error, refetch };
}
