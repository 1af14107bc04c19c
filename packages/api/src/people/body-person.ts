import { CompetenceEnum, RoleEnum } from "@upiao/db";
import type { Competence, Role } from "@upiao/domain";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "A role that somebody holds at a body, as its administrator sees it." })
export class BodyPerson {
  @Field(() => ID, { description: "Of the person: who holds two roles is there twice." })
  readonly id!: string;

  @Field(() => ID)
  readonly membershipId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly email!: string;

  @Field(() => RoleEnum)
  readonly role!: Role;

  @Field(() => CompetenceEnum, { nullable: true, description: "Of an auditor: of which kind of control." })
  readonly competence!: Competence | null;

  @Field(() => Boolean)
  readonly disabled!: boolean;
}
