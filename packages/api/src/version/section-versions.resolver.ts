import { Section } from "@upiao/db";
import { readableVersions } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { largestVersions, textCost, usualVersions } from "../limits.ts";
import { countOf } from "../requests/input.ts";
import { SectionText } from "./section-text.ts";
import { connectionOf, numberAt, VersionConnection } from "./version-connection.ts";

@Resolver(() => Section)
export class SectionVersionsResolver {
  @FieldResolver(() => VersionConnection, {
    description: "The versions of its text that I may read, the newest first.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  async versions(
    @Root() { id }: Section,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualVersions }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { loaders, signedIn }: Context,
  ): Promise<VersionConnection> {
    const count = countOf(first ?? usualVersions, "first", largestVersions);
    const facts = await loaders.facts.load(id);
    const kinds = facts ? readableVersions(facts, signedIn.posts) : [];
    const below = after == null ? null : numberAt(after);
    return connectionOf(
      await loaders.versionPages.load({ sectionId: id, kinds, first: count, below }),
      count,
    );
  }

  @FieldResolver(() => SectionText, {
    description: "Its text as it is now.",
    complexity: ({ childComplexity }) => textCost + childComplexity,
  })
  async text(@Root() { id }: Section, @Ctx() { loaders }: Context): Promise<SectionText> {
    return Object.assign(new SectionText(), { sectionId: id, update: await loaders.textBytes.load(id) });
  }
}
