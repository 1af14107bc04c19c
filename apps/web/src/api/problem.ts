import { CombinedGraphQLErrors, ServerError, ServerParseError } from "@apollo/client/errors";
import { type RefusalCode, type RefusalDetails, refusals } from "@upiao/domain";
import { TimeoutError } from "rxjs";

/** Why something was not done. Beside the server's codes: `NETWORK`, nobody answered; `UNEXPECTED`, anything that
 *  should not happen. */
export interface Problem {
  readonly code: RefusalCode | "NETWORK" | "UNEXPECTED";
  readonly details: RefusalDetails;
  /** What else is wrong with the same form. */
  readonly others?: readonly Problem[];
}

/** What an error of the client of `/graphql` says, whatever of its kinds it is. */
export function problemOf(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) return problemOfAnswer(error.errors[0]);
  // What is refused before GraphQL reads it has the same shape in its body, and another status.
  if (ServerError.is(error)) return problemOfBody(error.bodyText);
  if (ServerParseError.is(error)) return of("UNAVAILABLE");
  return of(error instanceof TypeError || error instanceof TimeoutError ? "NETWORK" : "UNEXPECTED");
}

function problemOfAnswer(answer: unknown): Problem {
  return problemOfRefusal(((answer ?? {}) as { extensions?: unknown }).extensions);
}

function problemOfRefusal(refusal: unknown): Problem {
  const { code, details, others } = (refusal ?? {}) as {
    code?: unknown;
    details?: unknown;
    others?: unknown;
  };
  if (!isRefusalCode(code)) return of("UNEXPECTED");
  return {
    code,
    details: (details ?? {}) as RefusalDetails,
    others: Array.isArray(others) ? others.map(problemOfRefusal) : [],
  };
}

function problemOfBody(text: string): Problem {
  try {
    const body = JSON.parse(text) as { errors?: readonly unknown[] };
    return problemOfAnswer(body.errors?.[0]);
  } catch {
    // A proxy's page: the platform behind it did not answer.
    return of("UNAVAILABLE");
  }
}

function isRefusalCode(word: unknown): word is RefusalCode {
  return typeof word === "string" && Object.hasOwn(refusals, word);
}

function of(code: Problem["code"]): Problem {
  return { code, details: {} };
}
