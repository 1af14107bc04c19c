import type { Request } from "express";

/** What the portal reads of a request: no cookie, and nothing of who sends it. */
export type Asking = Pick<
  Request,
  "method" | "path" | "originalUrl" | "query" | "headers" | "acceptsEncodings"
>;
