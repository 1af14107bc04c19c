import { Body, Section } from "@upiao/db";
import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";
import { PageInfo } from "../section/section-connection.ts";

@ObjectType({
  description: "A submitted section that waits for me: to be validated, or to get changes asked for.",
})
export class QueuedSection {
  @Field(() => Section)
  readonly section!: Section;

  @Field(() => String, {
    description:
      "Day by which its plan has to be adopted, ISO 8601; of a shared one, that of the first plan that it stands in.",
  })
  readonly deadline!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: "When it was last submitted." })
  readonly submittedAt!: Date | null;

  readonly versionId!: string | null;
  readonly reviewedVersionId!: string | null;
}

@ObjectType()
export class QueuedSectionEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => QueuedSection)
  readonly node!: QueuedSection;
}

@ObjectType()
export class ReviewQueue {
  @Field(() => [QueuedSectionEdge])
  readonly edges!: readonly QueuedSectionEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Field(() => [Body], {
    description: "All bodies of which something of their own waits, also where one of them was asked for.",
  })
  readonly bodies!: readonly Body[];
}
