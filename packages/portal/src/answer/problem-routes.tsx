import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { readAsked } from "../asked/asked.ts";
import { Problem } from "../layout/problem.tsx";
import type { Portal } from "../portal.ts";
import type { Words } from "../words/index.ts";
import { TooBusy } from "./turnstile.ts";

type Sentence = keyof Words["problem"];

interface Answer {
  readonly status: number;
  readonly title: Sentence;
  readonly sentence: Sentence;
}

const notFound: Answer = { status: 404, title: "notFoundTitle", sentence: "notFound" };
const readOnly: Answer = { status: 405, title: "readOnlyTitle", sentence: "readOnly" };
const busy: Answer = { status: 503, title: "busyTitle", sentence: "busy" };
const slow: Answer = { status: 503, title: "slowTitle", sentence: "slow" };
const broken: Answer = { status: 500, title: "brokenTitle", sentence: "broken" };

/** Where something is sent to: what else the address names is not there. */
const takesForms = /\/osservazioni\/?$/;

/** What the portal says where it has no page. */
export function problemRoutes(
  portal: Portal,
  onFault: (error: unknown) => void,
): (RequestHandler | ErrorRequestHandler)[] {
  const isOurs = ({ path }: Request) => path === "/pubblico" || path.startsWith("/pubblico/");
  const nothing: RequestHandler = async (request, response, next) => {
    if (!isOurs(request)) return next();
    if (["GET", "HEAD"].includes(request.method) || takesForms.test(request.path)) {
      return sendProblem(portal, request, response, notFound);
    }
    response.set("Allow", "GET, HEAD");
    await sendProblem(portal, request, response, readOnly);
  };
  // Express knows a handler of errors by its four parameters.
  const failed: ErrorRequestHandler = async (error, request, response, next) => {
    if (!isOurs(request) || response.headersSent) return next(error);
    const answer = answerTo(error);
    if (answer === broken) onFault(error);
    if (answer.status === 503) response.set("Retry-After", "10");
    await sendProblem(portal, request, response, answer);
  };
  return [nothing, failed];
}

function answerTo(error: unknown): Answer {
  if (error instanceof TooBusy) return busy;
  if (error instanceof URIError) return notFound;
  // PostgreSQL was told to give up.
  return error instanceof Error && "code" in error && error.code === "57014" ? slow : broken;
}

async function sendProblem(
  portal: Portal,
  request: Request,
  response: Response,
  { status, title, sentence }: Answer,
): Promise<void> {
  const asked = readAsked(request);
  const { problem } = asked.words;
  await portal.pages.send(request, response, asked, {
    basis: [title],
    status,
    render: () => <Problem title={problem[title]} sentence={problem[sentence]} />,
  });
}
