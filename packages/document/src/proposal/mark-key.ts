import type { Mark } from "@tiptap/pm/model";
import * as buffer from "lib0/buffer";
import * as sha256 from "lib0/hash/sha256";

/** Under which key a mark stands in a Yjs text: as the binding does it, which gives each of several marks of one kind a
 *  name of its own. */
export function markKey(mark: Mark): string {
  const { name } = mark.type;
  return mark.type.excludes(mark.type) ? name : `${name}--${shortHash(mark.toJSON())}`;
}

/** The name of the mark that a key is of. */
export function markNameOf(key: string): string {
  return key.replace(/--[a-zA-Z0-9+/=]{8}$/, "");
}

function shortHash(json: unknown): string {
  const digest = sha256.digest(buffer.encodeAny(json));
  const bytes = 6;
  for (let at = bytes; at < digest.length; at++) digest[at % bytes]! ^= digest[at]!;
  return buffer.toBase64(digest.slice(0, bytes));
}
