import "fake-indexeddb/auto";
import { ApolloClient, ApolloLink, gql, InMemoryCache } from "@apollo/client";
import { GraphQLError } from "graphql";
import { of, throwError } from "rxjs";
import { afterEach, describe, expect, it } from "vitest";
import { lastAnswerLink } from "./last-answer-link.ts";
import { LastAnswers } from "./last-answers.ts";

const plan = gql`
  query PlanPage($id: ID!) {
    plan(id: $id)
  }
`;
const people = gql`
  query BodyPeople($id: ID!) {
    plan(id: $id)
  }
`;

type Reply = () => ReturnType<ApolloLink.RequestHandler>;
const away: Reply = () => throwError(() => new TypeError("Failed to fetch"));
const says =
  (words: string): Reply =>
  () =>
    of({ data: { plan: words } });
const refuses =
  (code: string): Reply =>
  () =>
    of({ data: null, errors: [new GraphQLError("no", { extensions: { code } })] });

const answers = new LastAnswers();
afterEach(() => answers.forgetAll());

/** Asks as a page does that has just been opened: with nothing in its memory. */
async function ask(reply: Reply, id = "a", query = plan): Promise<unknown> {
  const link = ApolloLink.from([lastAnswerLink(answers), new ApolloLink(reply)]);
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  return client.query<{ plan: string }>({ query, variables: { id } }).then(
    ({ data }) => data?.plan,
    (error: Error) => error.message,
  );
}

describe("the last answer that is known", () => {
  it("is given where nobody answers, to the same question only", async () => {
    await ask(says("il piano"));
    expect(await ask(away)).toBe("il piano");
    expect(await ask(away, "b")).toBe("Failed to fetch");
  });

  it("is not given where somebody answers, whatever they say", async () => {
    await ask(says("il piano"));
    expect(await ask(says("il piano nuovo"))).toBe("il piano nuovo");
    expect(await ask(refuses("UNAVAILABLE"))).toBe("no");
    expect(await ask(away)).toBe("il piano nuovo");
  });

  it("is forgotten once there is nothing to be found for this person", async () => {
    await ask(says("il piano"));
    await ask(refuses("NOT_FOUND"));
    expect(await ask(away)).toBe("Failed to fetch");
  });

  it("is not kept of what no page needs to open", async () => {
    await ask(says("le persone"), "a", people);
    expect(await ask(away, "a", people)).toBe("Failed to fetch");
  });
});
