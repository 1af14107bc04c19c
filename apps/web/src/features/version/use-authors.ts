import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import type { Author } from "../../editor/version/authorship.ts";
import { SectionWritersDocument, type SectionWritersQuery } from "../../generated/graphql.ts";

export type Writer = NonNullable<SectionWritersQuery["section"]>["text"]["writers"][number];

export interface Authors {
  readonly owners: ReadonlyMap<number, Author>;
  /** When somebody wrote under a client id. */
  readonly writers: ReadonlyMap<number, Writer>;
  /** Each person once. */
  readonly people: readonly Author[];
  readonly refetch: () => void;
}

/** Whose each client id of a text is, as the server knows it; null until it is known. */
export function useAuthors(sectionId: string, isAsked: boolean): Authors | null {
  const { data, refetch } = useQuery(SectionWritersDocument, {
    variables: { id: sectionId },
    skip: !isAsked,
    fetchPolicy: "network-only",
  });
  const writers = data?.section?.text.writers;
  return useMemo(() => {
    if (!writers) return null;
    const people = new Map<string, Author>();
    const owners = new Map<number, Author>();
    for (const { clientId, userId, name } of writers) {
      const author = people.get(userId) ?? { userId, name, mark: people.size };
      people.set(userId, author);
      owners.set(clientId, author);
    }
    return {
      owners,
      writers: new Map(writers.map((writer) => [writer.clientId, writer])),
      people: [...people.values()],
      refetch: () => void refetch(),
    };
  }, [writers, refetch]);
}
