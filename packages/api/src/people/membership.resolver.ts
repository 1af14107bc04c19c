import { Body, Membership } from "@upiao/db";
import { FieldResolver, Resolver, Root } from "type-graphql";

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Body)
  body(@Root() membership: Membership): Body {
    return membership.body;
  }
}
