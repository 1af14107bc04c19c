import { User } from "@upiao/db";
import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";

@ObjectType({ description: "A login. Browsers get it as a cookie too; programs send the token as bearer." })
export class Session {
  @Field(() => String)
  readonly token!: string;

  @Field(() => GraphQLISODateTime)
  readonly expiresAt!: Date;

  @Field(() => User)
  readonly user!: User;
}
