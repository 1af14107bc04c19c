import { type Zippable, zipSync } from "fflate";

/** Files in this order, of this day; those without compression are for programs that look at the first bytes. */
export function zipFiles(
  files: readonly (readonly [name: string, bytes: Uint8Array, stored?: "stored"])[],
  date: string,
): Uint8Array {
  // A ZIP has local time, and none before 1980.
  const [year, month, day] = date.split("-").map(Number);
  const mtime = new Date(Math.max(year!, 1980), month! - 1, day!);
  const zippable: Zippable = {};
  for (const [name, bytes, stored] of files) zippable[name] = [bytes, { level: stored ? 0 : 6, mtime }];
  return zipSync(zippable);
}
