import { useQuery, useSubscription } from "@apollo/client/react";
import {
  SectionVersionsDocument,
  type VersionLineFragment,
  VersionsChangedDocument,
} from "../../generated/graphql.ts";

const pageSize = 20;

interface Versions {
  readonly versions: readonly VersionLineFragment[] | null;
  readonly error: unknown;
  /** Null: there are no older ones. */
  readonly more: (() => Promise<unknown>) | null;
}

/** The timeline of a section, kept as it is on the server while a page shows it. */
export function useVersions(id: string): Versions {
  const { data, error, fetchMore, refetch } = useQuery(SectionVersionsDocument, {
    variables: { id, first: pageSize },
    fetchPolicy: "cache-and-network",
  });
  useSubscription(VersionsChangedDocument, {
    variables: { id },
    ignoreResults: true,
    onData: () => void refetch(),
    // The page says itself that the section is lost.
    onError: () => {},
  });
  const connection = data?.section?.versions;
  const after = connection?.pageInfo.endCursor;
  return {
    versions: connection?.edges.map(({ node }) => node) ?? null,
    error,
    more: connection?.pageInfo.hasNextPage ? () => fetchMore({ variables: { after } }) : null,
  };
}
