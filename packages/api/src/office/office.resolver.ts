import { AssociatedOffice, Body, OfficeMember } from "@upiao/db";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { usualMembers, usualOffices } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { findOffices } from "./find-offices.ts";
import { recordLeaving } from "./record-leaving.ts";

@Resolver(() => AssociatedOffice)
export class OfficeResolver {
  @Query(() => [AssociatedOffice], {
    description: "The associated offices that my bodies lead or are members of.",
    complexity: ({ childComplexity }) => 1 + usualOffices * childComplexity,
  })
  myOffices(@Ctx() { parts, signedIn }: Context): Promise<AssociatedOffice[]> {
    return findOffices(parts.database, signedIn.posts);
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
