import { Section } from "@upiao/db";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { largestPage, usualPage } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { countOf } from "../requests/input.ts";
import { closeSection } from "./close-section.ts";
import { listSections } from "./list-sections.ts";
import { readSection } from "./read-section.ts";
import { SectionConnection } from "./section-connection.ts";

@Resolver()
export class SectionResolver {
  @Query(() => Section, {
    nullable: true,
    description: "NOT_FOUND for one that I may not read, as for one that does not exist.",
  })
  section(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<Section> {
    return readSection(context, id);
  }

  @Query(() => SectionConnection, {
    description:
      "The sections that I may read: shared ones first, then by body. `bodyId` asks for one body's own.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  sections(
    @Arg("shared", () => Boolean, { nullable: true }) shared: boolean | null | undefined,
    @Arg("bodyId", () => ID, { nullable: true }) bodyId: string | null | undefined,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualPage }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<SectionConnection> {
    const filter = { shared: shared ?? null, bodyId: bodyId == null ? null : askedId(bodyId) };
    return listSections(context, filter, countOf(first ?? usualPage, "first", largestPage), after ?? null);
  }

  @Mutation(() => Section, {
    description: "Closes a shared section to writing, or opens it again. For the RTD of its bodies.",
  })
  setSectionClosed(
    @Arg("sectionId", () => ID) sectionId: string,
    @Arg("closed", () => Boolean) closed: boolean,
    @Ctx() context: Context,
  ): Promise<Section> {
    return closeSection(context, askedId(sectionId), closed);
  }
}
