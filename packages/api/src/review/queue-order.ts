import { badInput } from "@upiao/domain";

/** A place in a queue: what is due first, then what has waited longest. Days and moments are ISO 8601, so that their order is
 *  that of the alphabet; what has no submission on record comes first of its day. */
export type QueuePlace = readonly [deadline: string, submittedAt: string, id: string];

export function compareQueuePlaces(one: QueuePlace, other: QueuePlace): number {
  for (const [index, part] of one.entries()) {
    const against = other[index]!;
    if (part !== against) return part < against ? -1 : 1;
  }
  return 0;
}

/** Opaque to programs, and good also when what stood there has left the queue. */
export function queueCursorOf(place: QueuePlace): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

export function queuePlaceAt(cursor: string): QueuePlace {
  const place = parse(Buffer.from(cursor, "base64url").toString());
  const isPlace =
    Array.isArray(place) && place.length === 3 && place.every((part) => typeof part === "string");
  if (!isPlace) throw badInput("after", "CURSOR");
  return place as unknown as QueuePlace;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badInput("after", "CURSOR");
  }
}

/** A page of what waits, in its order. */
export function pageOfQueue<Waiting>(
  waiting: readonly Waiting[],
  placeOf: (one: Waiting) => QueuePlace,
  first: number,
  after: string | null,
) {
  const start = after === null ? null : queuePlaceAt(after);
  const left = waiting
    .map((one) => ({ one, place: placeOf(one) }))
    .filter(({ place }) => start === null || compareQueuePlaces(place, start) > 0)
    .sort((one, other) => compareQueuePlaces(one.place, other.place));
  const edges = left.slice(0, first).map(({ one, place }) => ({ node: one, cursor: queueCursorOf(place) }));
  return {
    edges,
    pageInfo: { hasNextPage: left.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
