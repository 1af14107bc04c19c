import type { News, SectionPresence, Topic } from "./bus.ts";

/** News as texts of at most so many bytes: who is present on a whole node is told in as few as it takes. Throws when other
 *  news are longer. */
export function textsOf<T extends Topic>(
  node: string,
  topic: T,
  news: News[T],
  largestBytes: number,
): string[] {
  const text = JSON.stringify({ topic, node, body: news });
  if (Buffer.byteLength(text) <= largestBytes) return [text];
  if (topic !== "presence") throw new Error(`news of ${topic} are too long for the bus`);
  return halves((news as News["presence"]).sections).flatMap((sections) =>
    textsOf(node, "presence", { sections }, largestBytes),
  );
}

/** Of a section with more people than one text holds, only so many are named. */
function halves(sections: readonly SectionPresence[]): (readonly SectionPresence[])[] {
  const half = Math.ceil(sections.length / 2);
  if (half < sections.length) return [sections.slice(0, half), sections.slice(half)];
  return [
    sections.map(({ sectionId, present }) => ({
      sectionId,
      present: present.slice(0, Math.floor(present.length / 2)),
    })),
  ];
}
