/** How the command ends, for scripts: a number for each reason, none of which Node.js uses. */
export const exitCodes = {
  UNAVAILABLE: 1,
  USAGE: 2,
  UNKNOWN_BODY: 20,
  HAS_ADMIN: 21,
  IS_ADMIN: 22,
  DISABLED: 23,
  PASSWORD: 24,
  INPUT: 25,
  INTERRUPTED: 130,
} as const;

/** Why there is no administrator, in a sentence for the person at the terminal. */
export class Failure extends Error {
  override readonly name = "Failure";
  constructor(
    readonly why: keyof typeof exitCodes,
    sentence: string,
  ) {
    super(sentence);
  }
}
