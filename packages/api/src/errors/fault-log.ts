/** Where the door writes what went wrong; a pino logger is one. */
export interface FaultLog {
  error(details: object, sentence: string): void;
  warn(details: object, sentence: string): void;
}
