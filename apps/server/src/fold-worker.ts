import { foldUpdates } from "@upiao/document";
import type { Joined } from "./folding.ts";

/** Runs in a thread of its own: folding a long history takes a second, in which nobody could write. */
export default function fold({ bytes, lengths }: Joined): Uint8Array {
  let end = 0;
  return foldUpdates(
    lengths.map((length) => {
      end += length;
      return bytes.subarray(end - length, end);
    }),
  );
}
