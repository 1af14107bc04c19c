/** How people type who compose a text: in bursts, at the 239 ms from key to key at which 168,000 people copied sentences
 *  (Dhakal, Feit, Kristensson and Oulasvirta, CHI 2018), with pauses to think in which it comes to the 19 words of five keys a
 *  minute that people reached who composed (Karat, Halverson, Horn and Karat, CHI 1999). The length of a burst is ours. */
export const pace = { keyMs: 239, keysInBurst: 30, keysPerMinute: 19 * 5 } as const;

const meanMs = 60_000 / pace.keysPerMinute;
const pauseMs = pace.keysInBurst * (meanMs - pace.keyMs);

/** Until the first key, for whoever is looked at in any moment: most of the time goes in pauses. */
export function msToFirstKey(random: () => number = Math.random): number {
  return random() < 1 - pace.keyMs / meanMs ? msOfPause(random) : pace.keyMs * random();
}

/** Until the next key. */
export function msToNextKey(random: () => number = Math.random): number {
  const keyMs = pace.keyMs * (0.4 + 1.2 * random());
  return random() < 1 / pace.keysInBurst ? keyMs + msOfPause(random) : keyMs;
}

function msOfPause(random: () => number): number {
  return -Math.log(1 - random()) * pauseMs;
}
