import { closeCodes } from "@upiao/domain";

const firstMs = 200;
const longestMs = 10_000;
/** Who was told to slow down, or that the database is away, does not come back at once. */
const toldToWaitMs = 5_000;

/** How long to wait before the next attempt. `chance` (0 to 1) spreads the people whom one restart has thrown
 *  out together. */
export function retryDelay(attempt: number, code: number, chance: number): number {
  const isToldToWait = code === closeCodes.tooMany || code === closeCodes.tryAgainLater;
  const least = isToldToWait ? toldToWaitMs : firstMs;
  const ceiling = Math.min(longestMs, least * 2 ** Math.min(attempt, 10));
  return ceiling * (0.5 + chance / 2);
}
