import type { IncomingMessage } from "node:http";
import { parse } from "cookie";

export const sessionCookie = "upiao_session";
export const deviceCookie = "upiao_device";

/** The session's token of a request: a program's bearer token, else a browser's cookie. */
export function tokenOf(request: Pick<IncomingMessage, "headers">): string | null {
  const bearer = /^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? "");
  return bearer?.[1] ?? cookieOf(request, sessionCookie);
}

export function cookieOf(request: Pick<IncomingMessage, "headers">, name: string): string | null {
  return parse(request.headers.cookie ?? "")[name] ?? null;
}

/** A browser names the page that opens a connection; a page of another site may not use this person's cookie.
 *  Programs name none. */
export function isForeignOrigin(
  request: Pick<IncomingMessage, "headers">,
  allowed: readonly string[],
): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || allowed.includes(origin)) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
