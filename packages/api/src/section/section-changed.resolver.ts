import { Section } from "@upiao/db";
import { accessTo } from "@upiao/domain";
import { Arg, Ctx, ID, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../context.ts";
import { follow } from "../live/follow.ts";
import { onReview } from "../live/on-review.ts";
import { askedId } from "../requests/asked-id.ts";
import { readFacts, readSection } from "./read-section.ts";

@Resolver()
export class SectionChangedResolver {
  @Subscription(() => Section, {
    description:
      "A section that I may read has changed in state, closing, signatures, in what I may do in it, or in the place of the strategy in its plan. Ends with NOT_FOUND when I may read it no longer.",
    subscribe: ({ context, args }) => followSection(context, askedId(args.sectionId)),
  })
  sectionChanged(
    @Arg("sectionId", () => ID) _sectionId: string,
    @Root() sectionId: string,
    @Ctx() context: Context,
  ): Promise<Section> {
    return readSection(context, sectionId);
  }
}

function followSection(context: Context, sectionId: string): AsyncIterable<string> {
  let told: string | null = null;
  let hasSpoken = false;
  let steps = 0;
  return follow(context, {
    sectionIds: [sectionId],
    alsoOn: (ring) =>
      onReview(context.parts.bus, sectionId, (what) => {
        if (what !== "workflow" && what !== null) return;
        steps++;
        ring();
      }),
    look: async (viewer) => {
      const facts = await readFacts(context, sectionId);
      const { state, closed, adoptedAt } = facts;
      const now = JSON.stringify([state, closed, adoptedAt, accessTo(facts, viewer.posts), steps]);
      // What was said the last time was read a moment after it was looked at: a change and back again fit in between.
      const isNews = told !== null && told !== now;
      const isToBeSaid = isNews || hasSpoken;
      told = now;
      hasSpoken = isNews;
      return isToBeSaid ? [sectionId] : [];
    },
  });
}
