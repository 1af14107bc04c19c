/** How the command ends, for scripts: a number for each reason, none of which Node.js uses. */
export const exitCodes = { UNAVAILABLE: 1, USAGE: 2, FILE: 20, FAULTS: 21 } as const;

/** Why nothing was imported, in sentences for the person at the terminal. */
export class Failure extends Error {
  override readonly name = "Failure";
  constructor(
    readonly why: keyof typeof exitCodes,
    sentences: string,
  ) {
    super(sentences);
  }
}
