import { CompetenceEnum, Opinion, Section, ThreadKindEnum, ThreadStateEnum } from "@upiao/db";
import type { Competence, ThreadKind, ThreadState } from "@upiao/domain";
import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Person } from "../coediting/person.ts";
import { usualComments } from "../limits.ts";
import { PageInfo } from "../section/section-connection.ts";

@ObjectType({ description: "What somebody has said in a thread, as the record has it." })
export class ObservedComment {
  @Field(() => Person)
  readonly by!: Person;

  @Field(() => GraphQLISODateTime)
  readonly at!: Date;

  @Field(() => String, { description: "Empty once it was deleted." })
  readonly text!: string;
}

@ObjectType({
  description: "A line of the record of what was observed on a body's plan: a thread, or an opinion.",
})
export class Observation {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Section)
  readonly section!: Section;

  @Field(() => Person)
  readonly by!: Person;

  @Field(() => CompetenceEnum, { nullable: true })
  readonly competence!: Competence | null;

  @Field(() => GraphQLISODateTime)
  readonly at!: Date;

  @Field(() => ThreadKindEnum, { nullable: true, description: "Null for an opinion." })
  readonly kind!: ThreadKind | null;

  @Field(() => ThreadStateEnum, { nullable: true })
  readonly state!: ThreadState | null;

  @Field(() => String, { nullable: true, description: "The words that it was raised on." })
  readonly quote!: string | null;

  @Field(() => [ObservedComment], {
    complexity: ({ childComplexity }) => 1 + usualComments * childComplexity,
  })
  readonly comments!: readonly ObservedComment[];

  @Field(() => String, { nullable: true })
  readonly resolvedByName!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  readonly resolvedAt!: Date | null;

  @Field(() => Opinion, { nullable: true, description: "Null for a thread." })
  readonly opinion!: Opinion | null;
}

@ObjectType()
export class ObservationPage {
  @Field(() => [Observation])
  readonly rows!: readonly Observation[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
