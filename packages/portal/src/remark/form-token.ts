import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { formOpenMs, formPauseMs } from "../limits.ts";

export type TokenFault = "UNKNOWN" | "EXPIRED" | "TOO_SOON";

/** What a form carries so that it can be known again: which it is, and when it was fetched. Nothing is kept of it here, so that
 *  fetching forms costs nothing, and no cookie is needed. */
export function issueToken(secret: Buffer, planId: string, now: number): string {
  const form = randomUUID();
  return `${form}.${now}.${sign(secret, planId, form, now).toString("base64url")}`;
}

/** Which form it is that was sent for this plan. */
export function readToken(
  secret: Buffer,
  planId: string,
  token: string,
  now: number,
): { readonly form: string } | { readonly fault: TokenFault } {
  const [, form, at, signature] = /^([\da-f-]{36})\.(\d{13})\.([\w-]{43})$/.exec(token) ?? [];
  if (!form || !signature) return { fault: "UNKNOWN" };
  const issuedAt = Number(at);
  if (!timingSafeEqual(Buffer.from(signature, "base64url"), sign(secret, planId, form, issuedAt)))
    return { fault: "UNKNOWN" };
  if (now - issuedAt > formOpenMs) return { fault: "EXPIRED" };
  return now - issuedAt < formPauseMs ? { fault: "TOO_SOON" } : { form };
}

function sign(secret: Buffer, planId: string, form: string, at: number): Buffer {
  return createHmac("sha256", secret).update(`${planId}.${form}.${at}`).digest();
}
