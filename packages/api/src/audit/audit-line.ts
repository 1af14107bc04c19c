import { createHash } from "node:crypto";

/** A line of the register, without its hash. */
export interface AuditLine {
  readonly chain: string;
  readonly place: number;
  readonly at: Date;
  readonly userId: string;
  readonly action: string;
  readonly subject: Readonly<Record<string, string | number | null>>;
  readonly previous: Buffer;
}

export const firstPrevious = Buffer.alloc(32);

/** SHA-256 of a line over its fields in this order, the keys of the subject sorted, as UTF-8 JSON. Whoever has the lines
 *  can recompute it without this program. */
export function hashOf({ chain, place, at, userId, action, subject, previous }: AuditLine): Buffer {
  const sorted = Object.entries(subject).sort(([one], [other]) => (one < other ? -1 : 1));
  const line = [chain, place, at.toISOString(), userId, action, sorted, previous.toString("hex")];
  return createHash("sha256").update(JSON.stringify(line)).digest();
}
