import { RoleEnum } from "@upiao/db";
import type { Role } from "@upiao/domain";
import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description: "An account of the demonstration, offered on its login page. There is none elsewhere.",
})
export class DemoAccount {
  @Field(() => String)
  readonly email!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly bodyName!: string;

  @Field(() => RoleEnum)
  readonly role!: Role;

  @Field(() => String)
  readonly password!: string;
}
