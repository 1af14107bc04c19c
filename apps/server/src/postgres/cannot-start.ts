/** Why the platform does not start, told to the person at the terminal: a sentence and what to do, no stack. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}
