import { Section } from "@upiao/db";
import { Arg, Ctx, ID, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../context.ts";
import { follow } from "../live/follow.ts";
import { onReview } from "../live/on-review.ts";
import { askedId } from "../requests/asked-id.ts";
import { readFacts, readSection } from "../section/read-section.ts";

@Resolver()
export class VersionsChangedResolver {
  @Subscription(() => Section, {
    description:
      "Another version of a section that I may read was kept. Ends with NOT_FOUND when I may read it no longer.",
    subscribe: ({ context, args }) => followVersions(context, askedId(args.sectionId)),
  })
  versionsChanged(
    @Arg("sectionId", () => ID) _sectionId: string,
    @Root() sectionId: string,
    @Ctx() context: Context,
  ): Promise<Section> {
    return readSection(context, sectionId);
  }
}

function followVersions(context: Context, sectionId: string): AsyncIterable<string> {
  let isNews = false;
  return follow(context, {
    sectionIds: [sectionId],
    alsoOn: (ring) =>
      onReview(context.parts.bus, sectionId, (what) => {
        if (what !== "version" && what !== "workflow" && what !== null) return;
        isNews = true;
        ring();
      }),
    look: async () => {
      await readFacts(context, sectionId);
      const told = isNews ? [sectionId] : [];
      isNews = false;
      return told;
    },
  });
}
