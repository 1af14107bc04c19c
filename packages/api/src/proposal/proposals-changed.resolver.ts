import { Section } from "@upiao/db";
import { Arg, Ctx, ID, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../context.ts";
import { follow } from "../live/follow.ts";
import { askedId } from "../requests/asked-id.ts";
import { readFacts, readSection } from "../section/read-section.ts";

@Resolver()
export class ProposalsChangedResolver {
  @Subscription(() => Section, {
    description:
      "A proposal to a section that I may read was opened or closed, or something of it decided. Ends with NOT_FOUND when I may read it no longer.",
    subscribe: ({ context, args }) => followProposals(context, askedId(args.sectionId)),
  })
  proposalsChanged(
    @Arg("sectionId", () => ID) _sectionId: string,
    @Root() sectionId: string,
    @Ctx() context: Context,
  ): Promise<Section> {
    return readSection(context, sectionId);
  }
}

function followProposals(context: Context, sectionId: string): AsyncIterable<string> {
  const { bus } = context.parts;
  let isNews = false;
  return follow(context, {
    sectionIds: [sectionId],
    alsoOn: (ring) => {
      const tell = () => {
        isNews = true;
        ring();
      };
      const ends = [
        bus.subscribe("review", (news) => {
          if (news.sectionId === sectionId && news.what === "proposal") tell();
        }),
        bus.onGap("review", tell),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
    look: async () => {
      await readFacts(context, sectionId);
      const told = isNews ? [sectionId] : [];
      isNews = false;
      return told;
    },
  });
}
