import { existsSync } from "node:fs";
import path from "node:path";
import { Router } from "express";
import sirv from "sirv";

/** The built web client; each address that is not a file is one of its pages. */
export function webClient(): Router {
  const router = Router();
  const folder = path.join(import.meta.dirname, "../web");
  if (!existsSync(folder)) return router;
  router.use(
    sirv(folder, {
      single: true,
      etag: true,
      gzip: true,
      brotli: true,
      setHeaders(response, pathname) {
        // Names of built files change with their content; pages must find the new ones after a deploy.
        const forever = pathname.startsWith("/assets/");
        response.setHeader("Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache");
      },
    }),
  );
  return router;
}
