import { Plan } from "@upiao/db";
import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";
import { PageInfo } from "../section/section-connection.ts";

@ObjectType({ description: "A submitted plan that waits for me to validate it." })
export class QueuedPlan {
  @Field(() => Plan)
  readonly plan!: Plan;

  @Field(() => GraphQLISODateTime, { nullable: true })
  readonly submittedAt!: Date | null;
}

@ObjectType()
export class QueuedPlanEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => QueuedPlan)
  readonly node!: QueuedPlan;
}

@ObjectType()
export class PlanQueue {
  @Field(() => [QueuedPlanEdge])
  readonly edges!: readonly QueuedPlanEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
