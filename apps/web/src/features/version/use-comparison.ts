import { useQuery } from "@apollo/client/react";
import { compareTexts, type Difference, fragmentName } from "@upiao/document";
import { useMemo } from "react";
import * as Y from "yjs";
import {
  ComparedSectionDocument,
  type ComparedTextFragment,
  ComparedVersionDocument,
  type VersionLineFragment,
} from "../../generated/graphql.ts";
import { now } from "./version-words.ts";

/** One side of a comparison: a version, or the text as it is now, which has none. */
export interface Side {
  readonly version: VersionLineFragment | null;
  readonly text: ComparedTextFragment;
  readonly title: string;
}

export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  readonly difference: Difference;
  /** Whose each Yjs client id is, by name. */
  readonly names: ReadonlyMap<number, string>;
}

/** Both texts and what differs, compared here: the server has better to do. */
export function useComparison(sectionId: string, from: string, to: string) {
  const [before, after] = [useSide(sectionId, from), useSide(sectionId, to)];
  const [one, other] = [before.side, after.side];
  const comparison = useMemo((): Comparison | null => {
    if (!one || !other) return null;
    const writers = [...one.text.writers, ...other.text.writers];
    return {
      before: one,
      after: other,
      difference: compareTexts(fragmentOf(one.text.bytes), fragmentOf(other.text.bytes)),
      names: new Map(writers.map(({ clientId, name }) => [clientId, name])),
    };
  }, [one, other]);
  return {
    comparison,
    error: before.error ?? after.error,
    retry: () => {
      before.retry();
      after.retry();
    },
  };
}

function useSide(sectionId: string, id: string) {
  const isNow = id === now;
  const version = useQuery(ComparedVersionDocument, { variables: { id }, skip: isNow });
  const section = useQuery(ComparedSectionDocument, {
    variables: { id: sectionId },
    skip: !isNow,
    fetchPolicy: "network-only",
  });
  const { error, refetch } = isNow ? section : version;
  const [kept, open] = [version.data?.version, section.data?.section];
  const side = useMemo((): Side | null => {
    if (isNow) return open ? { version: null, text: open.text, title: open.title } : null;
    return kept ? { version: kept, text: kept.text, title: kept.section.title } : null;
  }, [isNow, kept, open]);
  return { side, error, retry: () => void refetch() };
}

function fragmentOf(base64: string): Y.XmlFragment {
  const doc = new Y.Doc();
  Y.applyUpdate(
    doc,
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
  );
  return doc.getXmlFragment(fragmentName);
}
