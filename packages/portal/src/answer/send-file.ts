import type { Request, Response } from "express";

export interface FileToSend {
  /** Of its bytes, in hex: what tells it from others. */
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly isShown: boolean;
  /** At this address there will never be another. */
  readonly isForGood: boolean;
  read(): Promise<Buffer>;
}

/** Sends a file as it was published, or nothing to who has it. No page of ours runs or shows what stands in it. */
export async function sendFile(request: Request, response: Response, file: FileToSend): Promise<void> {
  const tag = `"${file.sha256}"`;
  if (file.isShown) response.set("Content-Disposition", `inline; filename="${file.name}"`);
  else response.attachment(file.name);
  response.set({
    "Content-Type": file.mediaType,
    "Cache-Control": file.isForGood
      ? "public, max-age=31536000, immutable"
      : "public, max-age=60, stale-while-revalidate=600",
    ETag: tag,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  });
  const known = request.headers["if-none-match"]?.split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (known?.some((one) => one === tag || one === "*")) {
    response.status(304).end();
    return;
  }
  response.set("Content-Length", String(file.size));
  if (request.method === "HEAD") response.end();
  else response.end(await file.read());
}
