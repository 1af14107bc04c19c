import { createHash } from "node:crypto";
import busboy from "busboy";
import type { Request } from "express";
import { largestFile } from "../limits.ts";

/** What came of a file that somebody sent. */
export type Upload = { readonly sha256: string } | { readonly fault: "NO_FILE" | "TOO_LARGE" | "BROKEN" };

/** SHA-256 of the one file of a form, as it streams by: nothing of it is kept. */
export function hashUpload(request: Request): Promise<Upload> {
  return new Promise((resolve) => {
    let upload: Upload = { fault: "NO_FILE" };
    const end = (result: Upload) => {
      request.unpipe(parser);
      // What still comes is let by, so that the answer reaches who is still sending.
      request.resume();
      resolve(result);
    };
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        limits: { files: 1, fileSize: largestFile, fields: 4, fieldSize: 1_000, parts: 6, headerPairs: 40 },
      });
    } catch {
      // No form with a file.
      request.resume();
      resolve({ fault: "BROKEN" });
      return;
    }
    parser.on("file", (name, file) => {
      const hash = createHash("sha256");
      let size = 0;
      file.on("data", (chunk: Buffer) => {
        size += chunk.length;
        hash.update(chunk);
      });
      file.on("limit", () => end({ fault: "TOO_LARGE" }));
      file.on("error", () => end({ fault: "BROKEN" }));
      file.on("end", () => {
        if (name === "file" && size > 0 && !file.truncated) upload = { sha256: hash.digest("hex") };
      });
    });
    parser.on("error", () => end({ fault: "BROKEN" }));
    parser.on("close", () => resolve(upload));
    request.on("aborted", () => end({ fault: "BROKEN" }));
    request.pipe(parser);
  });
}
