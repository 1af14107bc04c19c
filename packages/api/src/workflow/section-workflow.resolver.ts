import { ActionEnum, Section, WorkflowStep } from "@upiao/db";
import { type Action, obstacleTo, type SectionFacts, signersOf } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { longestReason, textCost, usualMembers, usualSteps } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { textOrNull } from "../requests/input.ts";
import { advanceSection } from "./advance-section.ts";
import { isTakenAlone, NextStep, nextStepsOf } from "./next-step.ts";
import { readinessOf } from "./readiness.ts";
import { signOffSection } from "./sign-off-section.ts";
import { Signer } from "./signer.ts";

@Resolver(() => Section)
export class SectionWorkflowResolver {
  @FieldResolver(() => [NextStep], {
    description: "The steps from here on, those of others too.",
    complexity: textCost,
  })
  async nextSteps(@Root() section: Section, @Ctx() context: Context): Promise<NextStep[]> {
    const { loaders, signedIn } = context;
    const [facts, text, signatures] = await Promise.all([
      factsOf(section, context),
      loaders.texts.load(section.id),
      loaders.signatures.load(section.id),
    ]);
    const readiness = readinessOf(facts, text, signatures);
    return nextStepsOf(facts, signedIn, {
      isTaken: (action) => isTakenAlone(action, facts),
      obstacle: (action) => obstacleTo(action, readiness),
    });
  }

  @FieldResolver(() => [WorkflowStep], {
    description: "What has been done with it, the latest first.",
    complexity: ({ childComplexity }) => 1 + usualSteps * childComplexity,
  })
  steps(@Root() section: Section, @Ctx() { loaders }: Context): Promise<WorkflowStep[]> {
    return loaders.sectionSteps.load(section.id);
  }

  @FieldResolver(() => [Signer], {
    description: "The bodies that sign off a shared section; none for a body's own.",
    complexity: ({ childComplexity }) => 1 + usualMembers * childComplexity,
  })
  async signers(@Root() section: Section, @Ctx() context: Context): Promise<Signer[]> {
    const { loaders } = context;
    const bodyIds = signersOf(await factsOf(section, context));
    if (bodyIds.length === 0) return [];
    const signatures = await loaders.signatures.load(section.id);
    const signers = await Promise.all(
      bodyIds.map(async (bodyId) => {
        const signature = signatures.find((one) => one.bodyId === bodyId);
        const [body, user] = await Promise.all([
          loaders.bodies.load(bodyId),
          signature ? loaders.users.load(signature.userId) : null,
        ]);
        return { body: body!, signedAt: signature?.at ?? null, signedBy: user?.name ?? null };
      }),
    );
    return signers.sort((one, other) => one.body.name.localeCompare(other.body.name, "it"));
  }

  @Mutation(() => Section, {
    description:
      "Takes a step of a section: submits it, asks for changes, validates it. It freezes the text.",
  })
  advanceSection(
    @Arg("sectionId", () => ID) sectionId: string,
    @Arg("action", () => ActionEnum) action: Action,
    @Arg("reason", () => String, { nullable: true }) reason: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Section | null> {
    return advanceSection(context, askedId(sectionId), action, textOrNull(reason, "reason", longestReason));
  }

  @Mutation(() => Section, {
    description: "Signs off a submitted shared section, as it stands now, for a body of which I am the RTD.",
  })
  signOffSection(
    @Arg("sectionId", () => ID) sectionId: string,
    @Arg("bodyId", () => ID) bodyId: string,
    @Ctx() context: Context,
  ): Promise<Section | null> {
    return signOffSection(context, askedId(sectionId), askedId(bodyId));
  }
}

async function factsOf(section: Section, { loaders }: Context): Promise<SectionFacts> {
  const facts = await loaders.facts.load(section.id);
  if (!facts) throw new Error("a section without facts");
  return facts;
}
