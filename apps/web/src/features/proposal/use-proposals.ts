import { useMutation, useQuery, useSubscription } from "@apollo/client/react";
import { type OpenSuggestion, suggestionsIn } from "@upiao/document";
import { useEffect, useState } from "react";
import type { Sitting } from "../../editor/sitting/sitting.ts";
import {
  NoteSuggestionsDocument,
  type ProposalPartFragment,
  ProposalsChangedDocument,
  SectionProposalsDocument,
} from "../../generated/graphql.ts";

/** How long typing has to rest before the list of what is suggested is read anew from the text, and before the server is asked
 *  to note it. */
const readAfterMs = 300;
const noteAfterMs = 2_000;

/** The proposals to a section, as the server has them. */
export function useProposals(sectionId: string) {
  const variables = { id: sectionId };
  const { data, error, refetch } = useQuery(SectionProposalsDocument, {
    variables,
    fetchPolicy: "cache-and-network",
  });
  useSubscription(ProposalsChangedDocument, { variables, ignoreResults: true, onError: () => {} });
  const proposals: readonly ProposalPartFragment[] = data?.section?.proposals ?? [];
  return { proposals, error, refetch };
}

/** What is suggested in the text on this page, letter by letter as it is written. Null until it is open. */
export function useOpenSuggestions(sitting: Sitting | null): readonly OpenSuggestion[] | null {
  const [open, setOpen] = useState<readonly OpenSuggestion[] | null>(null);
  useEffect(() => {
    if (!sitting) return setOpen(null);
    const { doc, fragment } = sitting;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const read = () => {
      timer = null;
      setOpen(suggestionsIn(fragment));
    };
    const later = () => {
      timer ??= setTimeout(read, readAfterMs);
    };
    read();
    doc.on("update", later);
    return () => {
      doc.off("update", later);
      if (timer !== null) clearTimeout(timer);
    };
  }, [sitting]);
  return open;
}

/** Has the server note what I suggest, once writing rests: it is kept then, also when somebody edits it away. */
export function useNotedSuggestions(sectionId: string, mine: readonly OpenSuggestion[]): void {
  const [note] = useMutation(NoteSuggestionsDocument);
  const said = JSON.stringify(mine.map(({ id, excerpt }) => [id, excerpt]));
  useEffect(() => {
    if (said === "[]") return;
    const timer = setTimeout(() => void note({ variables: { id: sectionId } }).catch(() => {}), noteAfterMs);
    return () => clearTimeout(timer);
  }, [said, sectionId, note]);
}
