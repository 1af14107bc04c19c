import { isDatabaseAway } from "@upiao/db";
import { Refusal, type RefusalCode } from "@upiao/domain";
import { findViewer, tokenOf } from "@upiao/identity";
import type { Request, RequestHandler, Response } from "express";
import { Context, type Parts } from "../context.ts";
import type { ErrorDesk } from "../errors/answer.ts";
import { languageOf } from "../errors/language.ts";

export interface DoorParts {
  readonly parts: Parts;
  readonly errors: ErrorDesk;
}

const statuses: Partial<Record<RefusalCode, number>> = {
  NOT_AUTHENTICATED: 401,
  NOT_FOUND: 404,
  NOT_YOUR_ROLE: 403,
  NOT_IN_THIS_STATE: 409,
  TOO_COMPLEX: 413,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** A request beside GraphQL, for what is no JSON: a file that comes or goes. It is asked by the same session and refused in the same
 *  words. */
export function viewing(
  { parts, errors }: DoorParts,
  answer: (context: Context, request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    response.set("Cache-Control", "private, no-store");
    try {
      const token = tokenOf(request);
      const viewer = token === null ? null : await findViewer(parts.database, token);
      await answer(new Context(parts, viewer, null), request, response);
    } catch (error) {
      if (response.headersSent) throw error;
      const code = error instanceof Refusal ? error.code : isDatabaseAway(error) ? "UNAVAILABLE" : "INTERNAL";
      response.status(statuses[code] ?? 400).json({ errors: [errors.answer(error, languageOf(request))] });
    }
  };
}
