import type { IncomingMessage } from "node:http";

/** The network address that a request comes from, behind this many proxies that can be believed. */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? "";
  if (proxies === 0) return direct;
  const said = [request.headers["x-forwarded-for"] ?? []]
    .flat()
    .join(",")
    .split(",")
    .map((part) => part.trim());
  return said.filter(Boolean).at(-proxies) ?? direct;
}
