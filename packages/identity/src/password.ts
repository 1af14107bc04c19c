import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "@upiao/domain";
import { longestPassword, shortestPassword } from "./limits.ts";

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default kind) with 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

export function matchesPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize("NFKC"));
}

/** Throws when a new password is too short, too long or among the most used ones. */
export async function refuseWeakPassword(password: string): Promise<void> {
  const length = [...password].length;
  if (length < shortestPassword) throw new Refusal("PASSWORD_TOO_SHORT", { length: shortestPassword });
  if (length > longestPassword) throw new Refusal("PASSWORD_TOO_LONG", { length: longestPassword });
  if (await isCommon(password)) throw new Refusal("PASSWORD_COMMON");
}

let common: Promise<Set<string>> | undefined;

// Loaded at the first change of a password: most processes never need half a megabyte of them.
async function isCommon(password: string): Promise<boolean> {
  common ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set<string>(dictionary["passwords-common"]),
  );
  return (await common).has(password.toLowerCase());
}
