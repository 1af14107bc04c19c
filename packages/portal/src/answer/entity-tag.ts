import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Asking } from "../asked/asking.ts";

/** Which release renders: the file in which this stands, after the build the whole server. */
const release = createHash("sha256")
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .digest();

/** A strong entity tag of what a page is made from, the release that renders it included. */
export function tagOf(basis: unknown): string {
  const hash = createHash("sha256").update(release).update(JSON.stringify(basis));
  return hash.digest("base64url").slice(0, 27);
}

/** Whether the reader has this already, compressed or not. */
export function isKnown(request: Asking, tag: string): boolean {
  const known = request.headers["if-none-match"];
  if (!known) return false;
  const ours = [`"${tag}"`, `"${tag}-gzip"`, "*"];
  return known.split(",").some((one) => ours.includes(one.trim().replace(/^W\//, "")));
}
