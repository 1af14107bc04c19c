import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, safe in a cookie, a header and a query. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token: a leaked backup opens nothing. The token is random, so one pass of
 *  SHA-256 is enough. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
