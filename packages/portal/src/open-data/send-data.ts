import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Request, Response } from "express";
import { isKnown } from "../answer/entity-tag.ts";

export interface DataToSend {
  readonly mediaType: string;
  /** Of the file, where it is one to be kept. */
  readonly name?: string;
  readonly tag: string;
  chunks(): AsyncGenerator<string>;
}

/** Sends data as they are made, or nothing to who has them. Pages of all sites may read them: they are everybody's. */
export async function sendData(request: Request, response: Response, data: DataToSend): Promise<void> {
  const isZipped = request.acceptsEncodings("gzip") === "gzip";
  const headers = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "public, max-age=60, stale-while-revalidate=600",
    ETag: isZipped ? `"${data.tag}-gzip"` : `"${data.tag}"`,
    "X-Content-Type-Options": "nosniff",
  };
  if (isKnown(request, data.tag)) {
    response.set(headers).vary("Accept-Encoding").status(304).end();
    return;
  }
  // What goes wrong before the first word is answered by a page.
  const chunks = data.chunks();
  const first = await chunks.next();
  response.set({ ...headers, "Content-Type": data.mediaType }).vary("Accept-Encoding");
  if (data.name) response.set("Content-Disposition", `attachment; filename="${data.name}"`);
  if (isZipped) response.set("Content-Encoding", "gzip");
  if (request.method === "HEAD") {
    await chunks.return(undefined);
    response.end();
    return;
  }
  const text = Readable.from(first.done ? [] : startingWith(first.value, chunks));
  try {
    await (isZipped ? pipeline(text, createGzip(), response) : pipeline(text, response));
  } catch (error) {
    // The reader has gone.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

async function* startingWith(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** What is made whole. */
export async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
