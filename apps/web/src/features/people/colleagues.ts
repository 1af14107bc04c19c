import type { BodyPersonFragment } from "../../generated/graphql.ts";

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly disabled: boolean;
  readonly posts: readonly BodyPersonFragment[];
}

/** The roles at a body, put together by who holds them. */
export function colleaguesOf(people: readonly BodyPersonFragment[]): Colleague[] {
  const found = new Map<string, BodyPersonFragment[]>();
  for (const post of people) found.set(post.id, [...(found.get(post.id) ?? []), post]);
  return [...found.values()].map((posts) => {
    const { id, name, email, disabled } = posts[0]!;
    return { id, name, email, disabled, posts };
  });
}
