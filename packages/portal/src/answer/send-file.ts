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
  response.set("Accept-Ranges", "bytes");
  const piece = request.method === "GET" ? pieceOf(request, tag, file.size) : null;
  if (piece === "BEYOND") {
    response.status(416).set("Content-Range", `bytes */${file.size}`).end();
    return;
  }
  const { start, end } = piece ?? { start: 0, end: file.size - 1 };
  if (piece) response.status(206).set("Content-Range", `bytes ${start}-${end}/${file.size}`);
  response.set("Content-Length", String(end - start + 1));
  if (request.method === "HEAD") response.end();
  else response.end((await file.read()).subarray(start, end + 1));
}

/** The piece that somebody wants whose line broke off; null: all of it, also for who wants several. */
function pieceOf(
  request: Request,
  tag: string,
  size: number,
): { readonly start: number; readonly end: number } | "BEYOND" | null {
  const known = request.headers["if-range"];
  if (known !== undefined && known !== tag) return null;
  const ranges = request.range(size);
  if (ranges === -1) return "BEYOND";
  if (!Array.isArray(ranges) || ranges.type !== "bytes" || ranges.length !== 1) return null;
  return ranges[0]!;
}
