import type { Request, Response } from "express";
import { isKnown, tagOf } from "./entity-tag.ts";

/** Sends what programs read, or nothing to who has it. */
export function sendXml(request: Request, response: Response, mediaType: string, text: string): void {
  const tag = tagOf(text);
  response.set({
    "Content-Type": mediaType,
    "Cache-Control": "public, max-age=300, stale-while-revalidate=600",
    ETag: `"${tag}"`,
  });
  if (isKnown(request, tag)) response.status(304).end();
  else response.send(text);
}
