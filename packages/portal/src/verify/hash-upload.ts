import { createHash } from "node:crypto";
import busboy from "busboy";
import type { Request } from "express";
import { largestFile, uploadMs } from "../limits.ts";

/** What came of a file that somebody sent. */
export type Upload = { readonly sha256: string } | { readonly fault: "NO_FILE" | "TOO_LARGE" | "BROKEN" };

/** SHA-256 of the one file of a form, as it streams by: nothing of it is kept. */
export function hashUpload(request: Request): Promise<Upload> {
  const parser = parserOf(request);
  // What still comes is let by, so that the answer reaches who is still sending.
  const letBy = () => void request.resume();
  if (!parser) {
    letBy();
    return Promise.resolve({ fault: "BROKEN" });
  }
  return new Promise<Upload>((resolve) => {
    let upload: Upload = { fault: "NO_FILE" };
    const end = (result: Upload) => {
      clearTimeout(patience);
      request.unpipe(parser);
      letBy();
      resolve(result);
    };
    const patience = setTimeout(() => end({ fault: "BROKEN" }), uploadMs);
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
    parser.on("close", () => end(upload));
    request.on("aborted", () => end({ fault: "BROKEN" }));
    request.pipe(parser);
  });
}

/** Null: it is no form that could hold a file. */
function parserOf({ headers }: Request): busboy.Busboy | null {
  const limits = { files: 1, fileSize: largestFile, fields: 4, fieldSize: 1_000, parts: 6, headerPairs: 40 };
  try {
    return busboy({ headers, limits });
  } catch {
    return null;
  }
}
