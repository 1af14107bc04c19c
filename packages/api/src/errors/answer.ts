import { randomInt } from "node:crypto";
import { isDatabaseAway } from "@upiao/db";
import { Refusal, sentenceOf } from "@upiao/domain";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { describeFault } from "./describe-fault.ts";
import type { FaultLog } from "./fault-log.ts";
import type { Language } from "./language.ts";

/** Turns whatever was thrown into what the asker may read: a code of one list, a sentence, its details. */
export class ErrorDesk {
  constructor(
    private readonly log: FaultLog,
    /** Called for each answer NOT_FOUND: many of them are somebody who tries ids. */
    private readonly onNotFound: () => void,
  ) {}

  answer(error: unknown, language: Language): GraphQLFormattedError {
    const refusal = this.refusalOf(error);
    if (refusal.code === "NOT_FOUND") this.onNotFound();
    const { locations, path } = error instanceof GraphQLError ? error.toJSON() : {};
    const { message, code, details } = told(refusal, language);
    const others = refusal.others.map((other) => told(other, language));
    return {
      message,
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: { code, details, ...(others.length > 0 && { others }) },
    };
  }

  private refusalOf(error: unknown): Refusal {
    const cause = causeOf(error);
    if (cause instanceof Refusal) return cause;
    if (cause instanceof GraphQLError && isAskers(cause)) return refusalOfRequest(cause);
    if (isDatabaseAway(cause)) {
      this.log.warn(describeFault(cause), "the database is away");
      return new Refusal("UNAVAILABLE");
    }
    const reference = randomInt(10_000_000, 100_000_000);
    this.log.error({ reference, ...describeFault(cause) }, "a request failed");
    return new Refusal("INTERNAL", { reference });
  }
}

function told({ code, details }: Refusal, language: Language) {
  return { message: sentenceOf(code, details, language), code, details };
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

/** GraphQL itself complains of the request before it is executed, and then of the arguments; what it finds
 *  at a path later is a value of ours that breaks the schema. */
function isAskers(error: GraphQLError): boolean {
  return error.path === undefined || error.message.startsWith('Argument "');
}

function refusalOfRequest(error: GraphQLError): Refusal {
  const isTooLong = /^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(error.message);
  return isTooLong
    ? new Refusal("TOO_COMPLEX", { limit: "tokens" })
    : new Refusal("MALFORMED_REQUEST", { reason: error.message });
}
