import { ApolloClient, ApolloLink, HttpLink } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { OperationTypeNode } from "graphql";
import { lastAnswerLink } from "../offline/last-answer-link.ts";
import { LastAnswers } from "../offline/last-answers.ts";
import { serverReach } from "../offline/server-reach.ts";
import { createCache } from "./cache.ts";
import { openLiveSocket } from "./live-socket.ts";
import { problemOf } from "./problem.ts";
import { announceSessionLoss } from "./session-loss.ts";
import { whoAmI } from "./who-am-i.ts";

/** The client of `/graphql`, on the server that the page comes from; the browser adds the session's cookie. */
export function createApiClient(): ApolloClient {
  const socket = openLiveSocket({
    onReach: serverReach.note,
    onBack: () => void client.refetchQueries({ include: "active" }),
    // A closed socket may be one right less or no session at all; only an answer tells which.
    onNotAllowed: () => {
      whoAmI(client).then((me) => me ?? announceSessionLoss(), ignore);
    },
  });
  const http = new HttpLink({ uri: "/graphql", headers: { "Apollo-Require-Preflight": "true" } });
  const noteLostSession = new ErrorLink(({ error }) => {
    if (problemOf(error).code === "NOT_AUTHENTICATED") announceSessionLoss();
  });
  const answers = new LastAnswers();
  const client = new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([
      noteLostSession,
      ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        new GraphQLWsLink(socket),
        ApolloLink.from([lastAnswerLink(answers), http]),
      ),
    ]),
    devtools: { enabled: import.meta.env.DEV },
  });
  client.onClearStore(() => answers.forgetAll());
  return client;
}

/** The server cannot be asked: what was known stays. */
function ignore(): void {}
