import { Proposal, Section, Suggestion } from "@upiao/db";
import { type SuggestionState, suggestionStates } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, registerEnumType } from "type-graphql";
import type { Context } from "../context.ts";
import {
  longestProposalTitle,
  longestReason,
  mostDecidedAtOnce,
  textCost,
  usualProposals,
  usualSuggestions,
} from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { countOf, lineOf, textOf, textOrNull } from "../requests/input.ts";
import { readAll } from "../requests/read-all.ts";
import { lockSection } from "../section/lock-section.ts";
import { readFacts, readSection } from "../section/read-section.ts";
import { closeProposal } from "./close-proposal.ts";
import { decideSuggestions } from "./decide-suggestions.ts";
import { noteSuggestions } from "./note-suggestions.ts";
import { openProposal } from "./open-proposal.ts";

const decisions = suggestionStates.filter((state) => state !== "OPEN");
const DecisionEnum = Object.fromEntries(decisions.map((state) => [state, state]));
registerEnumType(DecisionEnum, { name: "Decision" });

@Resolver(() => Section)
export class ProposalResolver {
  @FieldResolver(() => [Proposal], {
    description: "Proposals to change its text, the latest first.",
    complexity: ({ childComplexity }) => textCost + usualProposals * childComplexity,
  })
  async proposals(@Root() { id }: Section, @Ctx() { loaders }: Context): Promise<readonly Proposal[]> {
    return (await loaders.sectionProposals.load(id)).proposals;
  }

  @Mutation(() => Proposal, {
    description:
      "Opens a proposal, under which I write suggestions into the text. For who may propose or edit.",
  })
  async openProposal(
    @Arg("sectionId", () => ID) sectionId: string,
    @Arg("title", () => String) title: string,
    @Arg("reason", () => String) reason: string,
    @Ctx() context: Context,
  ): Promise<Proposal> {
    await readFacts(context, sectionId);
    const words = readAll({
      title: () => lineOf(title, "title", longestProposalTitle),
      reason: () => textOf(reason, "reason", longestReason),
    });
    return openProposal(context, askedId(sectionId), words);
  }

  @Mutation(() => Proposal, {
    description:
      "Closes a proposal of which nothing is open any more. For its author, and who may edit the section.",
  })
  closeProposal(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<Proposal> {
    return closeProposal(context, id);
  }

  @Mutation(() => [Suggestion], {
    description:
      "Accepts or rejects suggestions, all of these or none, for who may edit; withdraws them, for whose they are. Refused when one is decided already.",
    complexity: ({ childComplexity }) => textCost + usualSuggestions * childComplexity,
  })
  async decideSuggestions(
    @Arg("sectionId", () => ID) sectionId: string,
    @Arg("ids", () => [ID]) ids: string[],
    @Arg("decision", () => DecisionEnum) state: Exclude<SuggestionState, "OPEN">,
    @Arg("reason", () => String, { nullable: true }) reason: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Suggestion[]> {
    await readFacts(context, sectionId);
    countOf(ids.length, "ids", mostDecidedAtOnce);
    const why = textOrNull(reason, "reason", longestReason);
    return decideSuggestions(context, { sectionId: askedId(sectionId), ids, state, reason: why });
  }

  @Mutation(() => Section, {
    description: "Notes what is suggested in the text, so that it can be read when it has gone from it.",
    complexity: ({ childComplexity }) => textCost + childComplexity,
  })
  async noteSuggestions(
    @Arg("sectionId", () => ID) sectionId: string,
    @Ctx() context: Context,
  ): Promise<Section> {
    await readFacts(context, sectionId);
    const id = askedId(sectionId);
    await context.change(async (tx) => {
      await lockSection(tx, id);
      await noteSuggestions(tx, id);
    });
    return readSection(context, id);
  }
}
