import { AccessEnum, AssociatedOffice, Body, Plan, Section } from "@upiao/db";
import {
  type Access,
  accessTo,
  guidanceFor,
  mayActOnSection,
  mayReadOffice,
  type SectionFacts,
} from "@upiao/domain";
import { Ctx, FieldResolver, GraphQLISODateTime, Int, Resolver, Root } from "type-graphql";
import { Person } from "../coediting/person.ts";
import type { Context } from "../context.ts";
import { textCost, usualGuidance, usualPresent } from "../limits.ts";
import { Guidance } from "../plan/guidance.ts";

/** Whoever holds a `Section` may read it: every way to one asks the rules first (`read-section.ts`). */
@Resolver(() => Section)
export class SectionFieldsResolver {
  @FieldResolver(() => Boolean)
  shared(@Root() section: Section): boolean {
    return section.officeId !== null;
  }

  @FieldResolver(() => AccessEnum)
  async myAccess(@Root() section: Section, @Ctx() context: Context): Promise<Access> {
    return accessTo(await factsOf(section, context), context.signedIn.posts);
  }

  @FieldResolver(() => Boolean)
  async mayOpenAndClose(@Root() section: Section, @Ctx() context: Context): Promise<boolean> {
    return mayActOnSection("openAndClose", await factsOf(section, context), context.signedIn.posts);
  }

  @FieldResolver(() => String, {
    description: "Its text without marks, a line for each block.",
    complexity: textCost,
  })
  async plainText(@Root() section: Section, @Ctx() { loaders }: Context): Promise<string> {
    return (await loaders.texts.load(section.id)).words;
  }

  @FieldResolver(() => Int, {
    description: "Suggested changes in it that nobody has decided.",
    complexity: textCost,
  })
  async openSuggestions(@Root() section: Section, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.texts.load(section.id)).openSuggestions;
  }

  @FieldResolver(() => GraphQLISODateTime, {
    description: "When somebody last wrote in it, or when it was made.",
  })
  async updatedAt(@Root() section: Section, @Ctx() { loaders }: Context): Promise<Date> {
    return (await loaders.lastWrites.load(section.id)) ?? section.createdAt;
  }

  @FieldResolver(() => String, {
    description: "Name of the body, or of the associated office, that it belongs to.",
  })
  async ownerName(@Root() section: Section, @Ctx() { loaders }: Context): Promise<string | undefined> {
    return (await loaders.owners.load(section.id))?.ownerName;
  }

  @FieldResolver(() => Body, { nullable: true, description: "The body of its plan; null when it is shared." })
  async body(@Root() section: Section, @Ctx() { loaders }: Context): Promise<Body | null> {
    const bodyId = (await loaders.owners.load(section.id))?.bodyId;
    return bodyId ? loaders.bodies.load(bodyId) : null;
  }

  @FieldResolver(() => AssociatedOffice, {
    nullable: true,
    description: "The office that shares it; null when it is one body's, and for who has left the office.",
  })
  async office(@Root() section: Section, @Ctx() context: Context): Promise<AssociatedOffice | null> {
    const { loaders, signedIn } = context;
    if (section.officeId === null) return null;
    const [office, members] = await Promise.all([
      loaders.offices.load(section.officeId),
      loaders.members.load(section.officeId),
    ]);
    if (!office) return null;
    const facts = { leadBodyId: office.leadBodyId, memberBodyIds: members.map((member) => member.bodyId) };
    return mayReadOffice(facts, signedIn.posts) ? office : null;
  }

  @FieldResolver(() => Plan, {
    nullable: true,
    description: "The plan that it belongs to; null when it is shared.",
  })
  async plan(@Root() section: Section, @Ctx() { loaders }: Context): Promise<Plan | null> {
    return section.planId === null ? null : loaders.plans.load(section.planId);
  }

  @FieldResolver(() => [Guidance], {
    description: "What the law asks here.",
    complexity: ({ childComplexity }) => 1 + usualGuidance * childComplexity,
  })
  guidance(@Root() section: Section, @Ctx() { parts }: Context): readonly Guidance[] {
    return guidanceFor(parts.planTemplate, section.code);
  }

  @FieldResolver(() => [Person], {
    description: "Who has it open now.",
    complexity: ({ childComplexity }) => 1 + usualPresent * childComplexity,
  })
  present(@Root() section: Section, @Ctx() { parts }: Context): readonly Person[] {
    return parts.presence.presentIn(section.id);
  }
}

async function factsOf(section: Section, { loaders }: Context): Promise<SectionFacts> {
  const facts = await loaders.facts.load(section.id);
  if (!facts) throw new Error("a section without facts");
  return facts;
}
