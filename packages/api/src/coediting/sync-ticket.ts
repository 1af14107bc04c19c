import { AccessEnum } from "@upiao/db";
import type { Access } from "@upiao/domain";
import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";

@ObjectType({
  description: "A pass to one section, for a y-websocket client that can send neither cookie nor bearer.",
})
export class SyncTicket {
  @Field(() => String)
  readonly ticket!: string;

  @Field(() => AccessEnum)
  readonly access!: Access;

  @Field(() => GraphQLISODateTime)
  readonly expiresAt!: Date;
}
