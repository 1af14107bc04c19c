import { Section, Version } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { textCost, usualVersionWriters } from "../limits.ts";
import { SectionText } from "./section-text.ts";

/** Whoever holds a `Version` may read it (`read-version.ts`, `section-versions.resolver.ts`). */
@Resolver(() => Version)
export class VersionFieldsResolver {
  @FieldResolver(() => Section)
  async section(@Root() { sectionId }: Version, @Ctx() { loaders }: Context): Promise<Section> {
    const section = await loaders.sections.load(sectionId);
    if (!section) throw new Refusal("NOT_FOUND");
    return section;
  }

  @FieldResolver(() => String, { description: "Of the canonical text, in hexadecimal digits." })
  sha256(@Root() { sha256 }: Version): string {
    return sha256.toString("hex");
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Who kept it; null when it was kept by itself because writing had paused.",
  })
  async byName(@Root() { byUserId }: Version, @Ctx() { loaders }: Context): Promise<string | null> {
    return byUserId === null ? null : ((await loaders.users.load(byUserId))?.name ?? null);
  }

  @FieldResolver(() => [String], {
    description: "Who has written since the version before, by name.",
    complexity: usualVersionWriters,
  })
  async writers(@Root() { writerIds }: Version, @Ctx() { loaders }: Context): Promise<string[]> {
    const people = await Promise.all(writerIds.map((id) => loaders.users.load(id)));
    return people.flatMap((person) => (person ? [person.name] : [])).sort(new Intl.Collator("it").compare);
  }

  @FieldResolver(() => SectionText, {
    description: "The text that it holds.",
    complexity: ({ childComplexity }) => textCost + childComplexity,
  })
  async text(@Root() { id, sectionId }: Version, @Ctx() { loaders }: Context): Promise<SectionText> {
    const update = await loaders.versionBytes.load(id);
    // Thinned out since it was read.
    if (!update) throw new Refusal("NOT_FOUND");
    return Object.assign(new SectionText(), { update, sectionId });
  }
}
