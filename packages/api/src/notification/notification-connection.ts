import { Notification } from "@upiao/db";
import { Field, GraphQLISODateTime, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../section/section-connection.ts";

@ObjectType()
export class NotificationEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Notification)
  readonly node!: Notification;
}

@ObjectType()
export class NotificationConnection {
  @Field(() => [NotificationEdge])
  readonly edges!: readonly NotificationEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

/** How it stands with what a person is told. */
@ObjectType()
export class UnreadNotifications {
  @Field(() => Int)
  readonly count!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: "When the last of all came." })
  readonly lastAt!: Date | null;
}
