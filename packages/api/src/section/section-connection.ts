import { Section } from "@upiao/db";
import { Field, ObjectType } from "type-graphql";

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  readonly hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  readonly endCursor!: string | null;
}

@ObjectType()
export class SectionEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Section)
  readonly node!: Section;
}

@ObjectType()
export class SectionConnection {
  @Field(() => [SectionEdge])
  readonly edges!: readonly SectionEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
