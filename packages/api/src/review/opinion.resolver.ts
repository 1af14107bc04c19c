import { Body, Opinion, Section, VerdictEnum, Version } from "@upiao/db";
import { standingOpinions, type Verdict } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { Person } from "../coediting/person.ts";
import { personOf } from "../coediting/person-of.ts";
import type { Context } from "../context.ts";
import { longestOpinion, usualOpinions } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { textOf } from "../requests/input.ts";
import { giveOpinion } from "./give-opinion.ts";

@Resolver(() => Opinion)
export class OpinionResolver {
  @FieldResolver(() => Person)
  by(@Root() { byUserId: userId, bodyId }: Opinion, @Ctx() context: Context): Promise<Person> {
    return personOf(context, { userId, bodyId, role: "AUDITOR" });
  }

  @FieldResolver(() => Body, { description: "The body of whose control it is." })
  body(@Root() { bodyId }: Opinion, @Ctx() { loaders }: Context): Promise<Body | null> {
    return loaders.bodies.load(bodyId);
  }

  @FieldResolver(() => Version, { description: "The frozen text on which it was given." })
  version(@Root() { versionId }: Opinion, @Ctx() { loaders }: Context): Promise<Version | null> {
    return loaders.versions.load(versionId);
  }

  @FieldResolver(() => Boolean, { description: "It counts: no later one of the same control has come." })
  async stands(@Root() { id, sectionId }: Opinion, @Ctx() { loaders }: Context): Promise<boolean> {
    return standingOpinions(await loaders.opinions.load(sectionId)).some((one) => one.id === id);
  }

  @Mutation(() => Opinion, {
    description:
      "Records my opinion on a frozen version of a section, for the control of a body. It cannot be changed afterwards.",
  })
  giveOpinion(
    @Arg("versionId", () => ID) versionId: string,
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("verdict", () => VerdictEnum) verdict: Verdict,
    @Arg("text", () => String) text: string,
    @Ctx() context: Context,
  ): Promise<Opinion> {
    return giveOpinion(context, {
      versionId: askedId(versionId),
      bodyId: askedId(bodyId),
      verdict,
      text: textOf(text, "text", longestOpinion),
    });
  }
}

@Resolver(() => Section)
export class SectionOpinionsResolver {
  @FieldResolver(() => [Opinion], {
    description: "The opinions of its auditors, the latest first.",
    complexity: ({ childComplexity }) => 1 + usualOpinions * childComplexity,
  })
  opinions(@Root() section: Section, @Ctx() { loaders }: Context): Promise<Opinion[]> {
    return loaders.opinions.load(section.id);
  }

  @FieldResolver(() => Version, {
    nullable: true,
    description: "Its last frozen version: the one to give an opinion on. Null when none is.",
  })
  async frozenVersion(@Root() section: Section, @Ctx() { loaders }: Context): Promise<Version | null> {
    const id = await loaders.frozenVersionIds.load(section.id);
    return id === null ? null : loaders.versions.load(id);
  }
}
