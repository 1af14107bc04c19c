import type { ErrorRequestHandler, RequestHandler } from "express";

/** The end of a request that nothing answers, in place of Express's own, which takes back our headers and shows where
 *  in the code an error came from. */
export function plainEnd(onFault: (error: unknown) => void): (RequestHandler | ErrorRequestHandler)[] {
  const nothing: RequestHandler = (_request, response) => {
    response.status(404).type("text").send("404\n");
  };
  // Express knows a handler of errors by its four parameters.
  const broken: ErrorRequestHandler = (error, _request, response, next) => {
    onFault(error);
    if (response.headersSent) next(error);
    else response.status(500).type("text").send("500\n");
  };
  return [nothing, broken];
}
