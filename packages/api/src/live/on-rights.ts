import type { Bus, News } from "@upiao/bus";

/** Listens for changes of what rights rest on; null stands for all that may have been missed. Returns what
 *  ends it. */
export function onRights(bus: Bus, listener: (news: News["rights"] | null) => void): () => void {
  const ends = [bus.subscribe("rights", (news) => listener(news)), bus.onGap("rights", () => listener(null))];
  return () => {
    for (const end of ends) end();
  };
}
