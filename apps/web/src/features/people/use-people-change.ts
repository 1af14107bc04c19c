import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  BodyPeopleDocument,
  RemoveRoleDocument,
  SetPersonDisabledDocument,
} from "../../generated/graphql.ts";
import type { PeopleChange } from "./people-change.ts";

export interface Outcome {
  readonly isDone: boolean;
  readonly sentence: string;
}

/** Makes a change among the people of a body and says how it went. */
export function usePeopleChange(bodyId: string) {
  const client = useApolloClient();
  const sentence = useProblemSentence();
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const send = ({ kind, id }: PeopleChange): Promise<unknown> => {
    const refetchQueries = [BodyPeopleDocument];
    const awaitRefetchQueries = true;
    return kind === "removeRole"
      ? client.mutate({
          mutation: RemoveRoleDocument,
          variables: { membershipId: id },
          refetchQueries,
          awaitRefetchQueries,
        })
      : client.mutate({
          mutation: SetPersonDisabledDocument,
          variables: { bodyId, userId: id, disabled: kind === "disable" },
          refetchQueries,
          awaitRefetchQueries,
        });
  };
  const make = async (change: PeopleChange) => {
    setOutcome(null);
    try {
      await send(change);
      setOutcome({ isDone: true, sentence: change.done });
    } catch (error) {
      setOutcome({ isDone: false, sentence: sentence(problemOf(error)) });
    }
  };
  return { make, outcome };
}
