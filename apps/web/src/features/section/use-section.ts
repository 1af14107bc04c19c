import { useQuery, useSubscription } from "@apollo/client/react";
import { useState } from "react";
import { problemOf } from "../../api/problem.ts";
import {
  SectionChangedDocument,
  SectionPageDocument,
  type SectionPageQuery,
} from "../../generated/graphql.ts";

type Section = NonNullable<SectionPageQuery["section"]>;

interface OpenSection {
  /** The last that is known of it: a page with somebody's words in it does not vanish with the network. */
  readonly section: Section | null;
  /** How often it has changed since: what is read beside it is to be read anew. */
  readonly changes: number;
  /** It was here, and this person may not read it any more. */
  readonly isLost: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** A section, kept as it is on the server while a page shows it. */
export function useSection(id: string): OpenSection {
  const [known, setKnown] = useState<Section | null>(null);
  const [isRefused, setRefused] = useState(false);
  const [changes, setChanges] = useState(0);
  const { data, error, refetch } = useQuery(SectionPageDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  if (data?.section && data.section !== known) setKnown(data.section);
  useSubscription(SectionChangedDocument, {
    variables: { id },
    skip: known === null,
    ignoreResults: true,
    onData: () => setChanges((count) => count + 1),
    onError: (end) => setRefused(problemOf(end).code === "NOT_FOUND"),
  });
  const isNotFound = error !== undefined && problemOf(error).code === "NOT_FOUND";
  return {
    section: known,
    changes,
    isLost: known !== null && (isRefused || isNotFound),
    error,
    retry: () => void refetch(),
  };
}
