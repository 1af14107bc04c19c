import { Version } from "@upiao/db";
import { missingSignOffs } from "@upiao/domain";
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { textCost } from "../limits.ts";
import { QueuedSection } from "./queued-section.ts";

@Resolver(() => QueuedSection)
export class QueuedSectionResolver {
  @FieldResolver(() => Version, { nullable: true, description: "The text as it was last submitted." })
  submission(@Root() { versionId }: QueuedSection, @Ctx() { loaders }: Context): Promise<Version | null> {
    return versionId === null ? Promise.resolve(null) : loaders.versions.load(versionId);
  }

  @FieldResolver(() => Version, {
    nullable: true,
    description:
      "The text as it stood when changes were last asked for; null: it is there for the first time.",
  })
  lastReviewed(
    @Root() { reviewedVersionId }: QueuedSection,
    @Ctx() { loaders }: Context,
  ): Promise<Version | null> {
    return reviewedVersionId === null ? Promise.resolve(null) : loaders.versions.load(reviewedVersionId);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Words added and removed since the last review; null when it is there for the first time.",
  })
  async changedWords(
    @Root() { versionId, reviewedVersionId }: QueuedSection,
    @Ctx() { loaders }: Context,
  ): Promise<number | null> {
    if (versionId === null || reviewedVersionId === null) return null;
    // Submitted again as it was: it stands on the version that was reviewed.
    if (versionId === reviewedVersionId) return 0;
    return (await loaders.versions.load(versionId))?.changedWords ?? null;
  }

  @FieldResolver(() => Int, { description: "Words of its text as it is now.", complexity: textCost })
  async words(@Root() { section }: QueuedSection, @Ctx() { loaders }: Context): Promise<number> {
    const { words } = await loaders.texts.load(section.id);
    return words.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0;
  }

  @FieldResolver(() => Int, { description: "Threads of comments that nobody has resolved." })
  async openThreads(@Root() { section }: QueuedSection, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.openMatters.load(section.id)).threads;
  }

  @FieldResolver(() => Int)
  async openProposals(@Root() { section }: QueuedSection, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.openMatters.load(section.id)).proposals;
  }

  @FieldResolver(() => Int, {
    description: "Bodies that have not signed off the text as it is now; 0 for a body's own section.",
  })
  async missingSignOffs(@Root() { section }: QueuedSection, @Ctx() { loaders }: Context): Promise<number> {
    const [facts, signatures] = await Promise.all([
      loaders.facts.load(section.id),
      loaders.signatures.load(section.id),
    ]);
    const signed = signatures.map(({ bodyId }) => bodyId);
    return facts ? missingSignOffs(facts, signed).length : 0;
  }
}
