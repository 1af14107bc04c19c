import { Body, Proposal, Suggestion } from "@upiao/db";
import type { SuggestionExcerpt as Excerpt } from "@upiao/document";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { usualSuggestions } from "../limits.ts";
import { excerptOf, SuggestionExcerpt } from "./suggestion-excerpt.ts";

/** Whoever holds a proposal may read its section, and what is suggested in its text. */
@Resolver(() => Proposal)
export class ProposalFieldsResolver {
  @FieldResolver(() => String, { description: "Who proposes." })
  async byName(@Root() { byUserId }: Proposal, @Ctx() { loaders }: Context): Promise<string> {
    return (await loaders.users.load(byUserId))?.name ?? "";
  }

  @FieldResolver(() => Boolean)
  isMine(@Root() { byUserId }: Proposal, @Ctx() { signedIn }: Context): boolean {
    return byUserId === signedIn.userId;
  }

  @FieldResolver(() => Body, { description: "For which body.", nullable: true })
  body(@Root() { bodyId }: Proposal, @Ctx() { loaders }: Context): Promise<Body | null> {
    return loaders.bodies.load(bodyId);
  }

  @FieldResolver(() => [Suggestion], {
    description: "Those in the text in its order, then those that are no longer in it.",
    complexity: ({ childComplexity }) => usualSuggestions * childComplexity,
  })
  async suggestions(@Root() { id, sectionId }: Proposal, @Ctx() { loaders }: Context): Promise<Suggestion[]> {
    const { suggestions } = await loaders.sectionProposals.load(sectionId);
    return suggestions.filter(({ proposalId }) => proposalId === id);
  }
}

@Resolver(() => Suggestion)
export class SuggestionFieldsResolver {
  @FieldResolver(() => SuggestionExcerpt)
  excerpt(@Root() { excerpt }: Suggestion): SuggestionExcerpt {
    return excerptOf(excerpt as Excerpt);
  }

  @FieldResolver(() => Boolean, { description: "It stands in the text: somebody may have edited it away." })
  async inText(@Root() { id, sectionId }: Suggestion, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.sectionProposals.load(sectionId)).inText.has(id);
  }

  @FieldResolver(() => String, { nullable: true })
  async decidedByName(
    @Root() { decidedById }: Suggestion,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    return decidedById === null ? null : ((await loaders.users.load(decidedById))?.name ?? null);
  }
}
