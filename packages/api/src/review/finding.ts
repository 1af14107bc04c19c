import { CompetenceEnum } from "@upiao/db";
import type { Competence } from "@upiao/domain";
import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Person } from "../coediting/person.ts";

@ObjectType({ description: "An open finding (rilievo), as the desk of an auditor lists it." })
export class Finding {
  @Field(() => ID, { description: "Of its thread of comments." })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: "The words that it was raised on." })
  readonly quote!: string | null;

  @Field(() => String, { description: "Its first comment; empty once that was deleted." })
  readonly text!: string;

  @Field(() => Person)
  readonly by!: Person;

  @Field(() => CompetenceEnum, { nullable: true })
  readonly competence!: Competence | null;

  @Field(() => GraphQLISODateTime)
  readonly createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: "Of its last comment." })
  readonly lastAt!: Date;

  @Field(() => Boolean, { description: "The last word is the control's: the body has not answered." })
  readonly isReplyAwaited!: boolean;
}
