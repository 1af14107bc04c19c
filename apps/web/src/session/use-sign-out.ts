import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { type Problem, problemOf } from "../api/problem.ts";
import { SignOutDocument, SignOutEverywhereDocument } from "../generated/graphql.ts";
import { useSession } from "./session.ts";

const mutations = { signedOut: SignOutDocument, signedOutEverywhere: SignOutEverywhereDocument };

/** Signing out, here or everywhere. */
export function useSignOut() {
  const client = useApolloClient();
  const { leave } = useSession();
  const [isLeaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const signOut = async (how: keyof typeof mutations) => {
    if (isLeaving) return;
    setLeaving(true);
    setProblem(null);
    try {
      await leave(how, () => client.mutate({ mutation: mutations[how] }));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setLeaving(false);
    }
  };
  return { signOut, isLeaving, problem };
}
