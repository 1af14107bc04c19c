import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { DecideSuggestionsDocument, SectionProposalsDocument } from "../../generated/graphql.ts";
import type { Decision } from "./suggestion-item.tsx";

export interface Outcome {
  readonly isDone: boolean;
  readonly sentence: string;
}

/** Decides suggestions and says how it went. */
export function useDecision(sectionId: string) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [send, { loading }] = useMutation(DecideSuggestionsDocument, {
    refetchQueries: [SectionProposalsDocument],
    awaitRefetchQueries: true,
    // Who is told that another was first sees what was decided.
    onError: () => {},
  });
  const decide = async (ids: readonly string[], decision: Decision, reason: string) => {
    if (loading || ids.length === 0) return;
    setOutcome(null);
    const { error } = await send({ variables: { id: sectionId, ids: [...ids], decision, reason } });
    setOutcome(
      error
        ? { isDone: false, sentence: sentence(problemOf(error)) }
        : { isDone: true, sentence: t(`proposal.done.${decision}`, { count: ids.length }) },
    );
  };
  return { decide, outcome, isBusy: loading };
}
