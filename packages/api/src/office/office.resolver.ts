import { AssociatedOffice, Body, OfficeMember, Section } from "@upiao/db";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import {
  firstYearOfPlans,
  lastYearOfPlans,
  longestAct,
  longestName,
  usualMembers,
  usualOffices,
} from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { lineOf, pastDayOf, wholeOf } from "../requests/input.ts";
import { readAll } from "../requests/read-all.ts";
import { admitMember } from "./admit-member.ts";
import { findOffices } from "./find-offices.ts";
import { foundOffice } from "./found-office.ts";
import { recordLeaving } from "./record-leaving.ts";
import { startSharedSection } from "./start-shared-section.ts";

@Resolver(() => AssociatedOffice)
export class OfficeResolver {
  @Query(() => [AssociatedOffice], {
    description: "The associated offices that my bodies lead or are members of.",
    complexity: ({ childComplexity }) => 1 + usualOffices * childComplexity,
  })
  myOffices(@Ctx() { parts, signedIn }: Context): Promise<AssociatedOffice[]> {
    return findOffices(parts.database, signedIn.posts);
  }

  @Mutation(() => AssociatedOffice, {
    description:
      "Founds the office that a Province or a metropolitan city leads. ALREADY_EXISTS for a body that leads one or takes part in one.",
  })
  foundOffice(
    @Arg("leadBodyId", () => ID) leadBodyId: string,
    @Arg("name", () => String) name: string,
    @Arg("conventionAct", () => String) conventionAct: string,
    @Arg("conventionDate", () => String) conventionDate: string,
    @Ctx() context: Context,
  ): Promise<AssociatedOffice> {
    const founding = readAll({
      leadBodyId: () => askedId(leadBodyId),
      name: () => lineOf(name, "name", longestName),
      conventionAct: () => lineOf(conventionAct, "conventionAct", longestAct),
      conventionDate: () => pastDayOf(conventionDate, "conventionDate"),
    });
    return foundOffice(context, founding);
  }

  @Mutation(() => AssociatedOffice, {
    description:
      "A body takes part in an associated office since a day. ALREADY_EXISTS for one that is in an office.",
  })
  admitMember(
    @Arg("officeId", () => ID) officeId: string,
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("joinedOn", () => String) joinedOn: string,
    @Ctx() context: Context,
  ): Promise<AssociatedOffice> {
    return admitMember(context, askedId(officeId), askedId(bodyId), pastDayOf(joinedOn, "joinedOn"));
  }

  @Mutation(() => Section, {
    description:
      "Begins the strategy that an office shares in three years, empty or with the text of an earlier one. ALREADY_EXISTS for years that have one.",
  })
  startSharedSection(
    @Arg("officeId", () => ID) officeId: string,
    @Arg("firstYear", () => Int) firstYear: number,
    @Arg("fromSectionId", () => ID, { nullable: true }) fromSectionId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Section> {
    return startSharedSection(context, {
      officeId: askedId(officeId),
      firstYear: wholeOf(firstYear, "firstYear", firstYearOfPlans, lastYearOfPlans),
      fromSectionId: fromSectionId == null ? null : askedId(fromSectionId),
    });
  }

  @Mutation(() => Boolean, {
    description:
      "A body leaves an associated office: it loses the shared drafts at once and keeps what it has adopted.",
  })
  async recordLeaving(
    @Arg("officeId", () => ID) officeId: string,
    @Arg("bodyId", () => ID) bodyId: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await recordLeaving(context, askedId(officeId), askedId(bodyId));
    return true;
  }

  @FieldResolver(() => Body)
  async leadBody(@Root() office: AssociatedOffice, @Ctx() { loaders }: Context): Promise<Body | null> {
    return loaders.bodies.load(office.leadBodyId);
  }

  @FieldResolver(() => [OfficeMember], {
    description: "Those that take part in it today.",
    complexity: ({ childComplexity }) => 1 + usualMembers * childComplexity,
  })
  members(@Root() office: AssociatedOffice, @Ctx() { loaders }: Context): Promise<OfficeMember[]> {
    return loaders.members.load(office.id);
  }
}

@Resolver(() => OfficeMember)
export class OfficeMemberResolver {
  @FieldResolver(() => Body)
  body(@Root() member: OfficeMember): Body {
    return member.body;
  }
}
