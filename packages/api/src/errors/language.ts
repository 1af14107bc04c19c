import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage } from "node:http";

export type Language = "it" | "en";

/** Italian, unless the request names English before it. */
export function languageOf(request: IncomingMessage): Language {
  const named = /\b(it|en)\b/i.exec(request.headers["accept-language"] ?? "");
  return named?.[1]?.toLowerCase() === "en" ? "en" : "it";
}

/** Apollo formats errors without a request at hand, some of them before there is a context. */
export const spoken = new AsyncLocalStorage<Language>();
