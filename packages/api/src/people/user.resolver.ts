import { Membership, User } from "@upiao/db";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { usualRoles } from "../limits.ts";

@Resolver(() => User)
export class UserResolver {
  @FieldResolver(() => [Membership], {
    complexity: ({ childComplexity }) => 1 + usualRoles * childComplexity,
  })
  memberships(@Root() user: User, @Ctx() { loaders }: Context): Promise<Membership[]> {
    return loaders.memberships.load(user.id);
  }
}
