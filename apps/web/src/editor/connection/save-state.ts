import { closeCodes, notAProposal, type ReadOnlyReason } from "@upiao/domain";

/** What is true of this person's text now. `saved` is said only of what the server has acknowledged as durable. */
export type SaveState =
  | { readonly kind: "connecting" }
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  /** The server is there and keeps trying: its database is not. */
  | { readonly kind: "waiting" }
  | { readonly kind: "offline" }
  | { readonly kind: "readOnly"; readonly reason: ReadOnlyReason | "OLD_CLIENT" | "" }
  | { readonly kind: "refused"; readonly why: RefusalKind };

export const refusalKinds = [
  "notAuthenticated",
  "notAllowed",
  "noSuchSection",
  "tooLarge",
  "malformed",
  "notAProposal",
] as const;
export type RefusalKind = (typeof refusalKinds)[number];

export function refusalOf(code: number, reason: string): RefusalKind {
  if (reason === notAProposal) return "notAProposal";
  return refusalKinds.find((kind) => kind !== "notAProposal" && closeCodes[kind] === code) ?? "malformed";
}

const readOnlyReasons = [
  "CLOSED",
  "NO_LONGER_OPEN",
  "ONLY_COMMENT",
  "ONLY_READ",
  "ONLY_PROPOSE",
  "OLD_CLIENT",
] as const satisfies readonly (ReadOnlyReason | "OLD_CLIENT")[];

export function readOnlyReasonOf(reason: string): ReadOnlyReason | "OLD_CLIENT" | "" {
  return readOnlyReasons.find((known) => known === reason) ?? "";
}
