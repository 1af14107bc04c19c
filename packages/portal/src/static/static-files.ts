import { createHash } from "node:crypto";
import italic from "@fontsource/titillium-web/files/titillium-web-latin-400-italic.woff2?inline";
import regular from "@fontsource/titillium-web/files/titillium-web-latin-400-normal.woff2?inline";
import semibold from "@fontsource/titillium-web/files/titillium-web-latin-600-normal.woff2?inline";
import bold from "@fontsource/titillium-web/files/titillium-web-latin-700-normal.woff2?inline";
import { Router } from "express";
import css from "./portal.css?raw";

interface StaticFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const files = new Map<string, StaticFile>();

const fonts = { italic, regular, semibold, bold };
const sheet = Object.entries(fonts).reduce(
  (text, [name, address]) => text.replaceAll(`url("${name}.woff2")`, `url("${keepFont(name, address)}")`),
  css,
);

/** Where the style sheet is: its name changes with its content. */
export const sheetAddress = keep("portale", "css", "text/css; charset=utf-8", Buffer.from(sheet));
export const iconAddress = keep(
  "icona",
  "svg",
  "image/svg+xml",
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#06c"/><path d="M9 7h10l5 5v13H9z" fill="#fff"/><path d="M12 15h9M12 18h9M12 21h6" stroke="#06c" stroke-width="1.6"/></svg>`,
  ),
);

function keepFont(name: string, dataAddress: string): string {
  return keep(name, "woff2", "font/woff2", Buffer.from(dataAddress.split(",")[1]!, "base64"));
}

function keep(name: string, ending: string, mediaType: string, bytes: Buffer): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const address = `/pubblico/risorse/${name}-${hash}.${ending}`;
  files.set(address, { mediaType, bytes });
  return address;
}

/** The style sheet and the fonts, kept by whoever has them. */
export function staticRoutes(): Router {
  const router = Router();
  router.get("/pubblico/risorse/:name", (request, response, next) => {
    const file = files.get(request.path);
    if (!file) return next();
    response
      .set({ "Content-Type": file.mediaType, "Cache-Control": "public, max-age=31536000, immutable" })
      .send(file.bytes);
  });
  return router;
}
