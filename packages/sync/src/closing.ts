import { closeCodes } from "@upiao/domain";

/** Ends a connection, with a code that programs know and words for whoever reads a log of theirs. */
export class Closing extends Error {
  override readonly name = "Closing";
  readonly code: number;
  constructor(why: keyof typeof closeCodes, message: string) {
    super(message);
    this.code = closeCodes[why];
  }
}
