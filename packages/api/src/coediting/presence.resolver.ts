import { badInput } from "@upiao/domain";
import { Arg, Ctx, ID, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../context.ts";
import { mostFollowed } from "../limits.ts";
import { follow } from "../live/follow.ts";
import { askedId } from "../requests/asked-id.ts";
import { readFacts } from "../section/read-section.ts";
import { Presence } from "./person.ts";

@Resolver()
export class PresenceResolver {
  @Subscription(() => Presence, {
    description:
      "Who enters and leaves the sections that I may read: first how it stands in each, then what changes. Ends with NOT_FOUND when I may read one of them no longer.",
    subscribe: ({ context, args }) => followPresence(context, args.sectionIds),
  })
  presence(
    @Arg("sectionIds", () => [ID]) _sectionIds: string[],
    @Root() sectionId: string,
    @Ctx() { parts }: Context,
  ): Presence {
    return { sectionId, present: parts.presence.presentIn(sectionId) };
  }
}

function followPresence(context: Context, asked: readonly string[]): AsyncIterable<string> {
  if (asked.length > mostFollowed) throw badInput("sectionIds", "TOO_MANY", { most: mostFollowed });
  const sectionIds = [...new Set(asked.map(askedId))];
  const untold = new Set(sectionIds);
  return follow(context, {
    sectionIds,
    alsoOn: (ring) =>
      context.parts.presence.onChange((sectionId) => {
        if (!sectionIds.includes(sectionId)) return;
        untold.add(sectionId);
        ring();
      }),
    look: async () => {
      await Promise.all(sectionIds.map((id) => readFacts(context, id)));
      return takeFrom(untold);
    },
  });
}

function* takeFrom<Item>(items: Set<Item>): Iterable<Item> {
  for (const item of items) {
    items.delete(item);
    yield item;
  }
}
