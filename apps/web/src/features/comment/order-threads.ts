import type { AnchorPlace } from "@upiao/document";
import type { ThreadFragment } from "../../generated/graphql.ts";

/** The threads in the order in which they are read: by their place in the text, then those on the whole section; and apart
 *  those whose words are not in the text any more. */
export interface OrderedThreads {
  readonly onWords: readonly ThreadFragment[];
  readonly onSection: readonly ThreadFragment[];
  readonly gone: readonly ThreadFragment[];
}

export function orderThreads(
  threads: readonly ThreadFragment[],
  places: ReadonlyMap<string, AnchorPlace>,
): OrderedThreads {
  const placed = threads.map((thread) => ({ thread, place: places.get(thread.id) }));
  const startOf = (place: AnchorPlace | undefined) =>
    place && place.kind !== "GONE" ? place.range.from : Number.MAX_SAFE_INTEGER;
  return {
    // Before the text is open nothing is known to be gone.
    onWords: placed
      .filter(({ thread, place }) => thread.anchor && place?.kind !== "GONE")
      .sort((one, other) => startOf(one.place) - startOf(other.place))
      .map(({ thread }) => thread),
    onSection: threads.filter(({ anchor }) => !anchor),
    gone: placed
      .filter(({ thread, place }) => thread.anchor && place?.kind === "GONE")
      .map(({ thread }) => thread),
  };
}

export interface ThreadFilter {
  readonly state: ThreadFragment["state"] | "";
  readonly kind: ThreadFragment["kind"] | "";
  readonly personId: string;
}

export function filterThreads(threads: readonly ThreadFragment[], filter: ThreadFilter): ThreadFragment[] {
  const { state, kind, personId } = filter;
  return threads.filter(
    (thread) =>
      (state === "" || thread.state === state) &&
      (kind === "" || thread.kind === kind) &&
      (personId === "" || thread.comments.some(({ by }) => by.id === personId)),
  );
}

/** Everybody who has written, by name. */
export function writersIn(threads: readonly ThreadFragment[]): { id: string; name: string }[] {
  const names = new Map(
    threads.flatMap(({ comments }) => comments.map(({ by }) => [by.id, by.name] as const)),
  );
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name, "it"));
}
