import { readFile, stat } from "node:fs/promises";
import { Failure } from "./failure.ts";
import { tooLarge, unreadable } from "./sentences.ts";

/** IPA's «Enti», the largest, have some 15 MB. */
const largestMegabytes = 100;

/** What stands in a file of a register; throws a `Failure` for one that cannot be read, or is none by its size. */
export async function contentOf(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > largestMegabytes * 1024 * 1024) throw new Failure("FILE", tooLarge(file, largestMegabytes));
    return await readFile(file);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("FILE", unreadable(file));
  }
}
