import { RoleEnum } from "@upiao/db";
import type { Role } from "@upiao/domain";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "A person as colleagues see them." })
export class Person {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly bodyName!: string;

  @Field(() => RoleEnum)
  readonly role!: Role;
}

@ObjectType({ description: "Who has a section open now." })
export class Presence {
  @Field(() => ID)
  readonly sectionId!: string;

  @Field(() => [Person])
  readonly present!: readonly Person[];
}
