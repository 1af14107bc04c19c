import { Body, FundingCall, Purchase, Section, ServiceContract } from "@upiao/db";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { usualTouchedObjectives } from "../limits.ts";
import { PageInfo } from "../section/section-connection.ts";

@ObjectType()
export class FundingCallPage {
  @Field(() => [FundingCall])
  readonly rows!: readonly FundingCall[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType({ description: "What the bodies of a hub foresee to buy in a year." })
export class PurchaseProgramme {
  @Field(() => [Purchase])
  readonly rows!: readonly Purchase[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Field(() => Float, { description: "Euro, of all its rows, also those of other pages." })
  readonly total!: number;
}

@ObjectType()
export class ServiceContractPage {
  @Field(() => [ServiceContract])
  readonly rows!: readonly ServiceContract[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType({ description: "An objective that rests on a service of the hub, or on a funding call." })
export class HubObjective {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { nullable: true, description: "Code of the service." })
  readonly service!: string | null;

  @Field(() => String, { nullable: true, description: "Code of the call." })
  readonly call!: string | null;

  @Field(() => Section)
  readonly section!: Section;
}

@ObjectType({ description: "An objective of a published plan that rests on a service of the hub." })
export class PublishedHubObjective {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: "Code of the service." })
  readonly service!: string;

  @Field(() => Body)
  readonly body!: Body;

  @Field(() => Int)
  readonly firstYear!: number;

  @Field(() => String, { description: "Where everybody reads the plan, without the host." })
  readonly path!: string;
}

@ObjectType({ description: "A section of a plan that a call touches." })
export class CallSection {
  @Field(() => Section)
  readonly section!: Section;

  @Field(() => [Body], { description: "Bodies of the section that applied, or may." })
  readonly bodies!: readonly Body[];

  @Field(() => [HubObjective], {
    description:
      "Its objectives that rest on the call or serve the same of the Piano triennale, in their order.",
    complexity: ({ childComplexity }) => 1 + usualTouchedObjectives * childComplexity,
  })
  readonly objectives!: readonly HubObjective[];
}
