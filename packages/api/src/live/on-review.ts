import type { Bus, News } from "@upiao/bus";

/** Listens to what is done beside the text of a section; null: something may have been missed. Returns what ends it. */
export function onReview(
  bus: Bus,
  sectionId: string,
  listener: (what: News["review"]["what"] | null, id: string | null) => void,
): () => void {
  const ends = [
    bus.subscribe("review", (news) => {
      if (news.sectionId === sectionId) listener(news.what, news.id);
    }),
    bus.onGap("review", () => listener(null, null)),
  ];
  return () => {
    for (const end of ends) end();
  };
}
