/** How people type who compose a text: in bursts, at the 239 ms from key to key at which 168,000 people copied sentences
 *  (Dhakal, Feit, Kristensson and Oulasvirta, CHI 2018), with pauses to think in which it comes to the 19 words of five keys a
 *  minute that people reached who composed (Karat, Halverson, Horn and Karat, CHI 1999). The length of a burst is ours. */
export const pace = { keyMs: 239, keysInBurst: 30, keysPerMinute: 19 * 5 } as const;

const pauseMs = pace.keysInBurst * (60_000 / pace.keysPerMinute - pace.keyMs);

/** Until the next key. */
export function msToNextKey(random: () => number = Math.random): number {
  const keyMs = pace.keyMs * (0.4 + 1.2 * random());
  const isPause = random() < 1 / pace.keysInBurst;
  return isPause ? keyMs - Math.log(1 - random()) * pauseMs : keyMs;
}
