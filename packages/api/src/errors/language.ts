import type { IncomingMessage } from "node:http";

export const languages = ["it", "en"] as const;
export type Language = (typeof languages)[number];

/** Italian, unless the request names English before it. */
export function languageOf(request: IncomingMessage): Language {
  const named = /\b(it|en)\b/i.exec(request.headers["accept-language"] ?? "");
  return named?.[1]?.toLowerCase() === "en" ? "en" : "it";
}
