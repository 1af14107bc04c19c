import { ApolloLink } from "@apollo/client";
import { print } from "graphql";
import { catchError, from, switchMap, tap, throwError, timeout } from "rxjs";
import { problemOf } from "../api/problem.ts";
import type { LastAnswers } from "./last-answers.ts";
import { serverReach } from "./server-reach.ts";

/** The queries that a page needs to show itself. */
const kept = new Set(["Me", "Desk", "DeskSections", "PlanPage", "SectionPage", "PartsOfSection"]);

/** After this a server that has not answered is taken for one that does not. */
const patienceMs = 15_000;

/** Gives the last known answer to a query where the server cannot be asked: who reloads a page without a network
 *  finds it again, and with it the text that waits on the device. */
export function lastAnswerLink(answers: LastAnswers): ApolloLink {
  return new ApolloLink((operation, forward) => {
    if (!kept.has(operation.operationName ?? "")) return forward(operation);
    const question = `${print(operation.query)} ${JSON.stringify(operation.variables)}`;
    return forward(operation).pipe(
      timeout({ first: patienceMs }),
      tap((answer) => {
        serverReach.note(true);
        if (!answer.errors) void answers.keep(question, answer);
        else if (answer.errors[0]?.extensions?.code === "NOT_FOUND") void answers.forget(question);
      }),
      catchError((error: unknown) => {
        if (!isAway(error)) return throwError(() => error);
        serverReach.note(false);
        return from(answers.find(question)).pipe(
          switchMap((answer) => (answer ? [answer] : throwError(() => error))),
        );
      }),
    );
  });
}

function isAway(error: unknown): boolean {
  const { code } = problemOf(error);
  return code === "NETWORK" || code === "UNAVAILABLE";
}
