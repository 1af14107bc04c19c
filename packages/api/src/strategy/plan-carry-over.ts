import { StrategyItem } from "@upiao/db";
import { type CarryOverChange, carryOverChanges } from "@upiao/domain";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ObjectiveLink } from "./objective-link.ts";

const CarryOverChangeEnum = Object.fromEntries(carryOverChanges.map((change) => [change, change]));
registerEnumType(CarryOverChangeEnum, {
  name: "CarryOverChange",
  description: "What the newest edition has made of an item that an objective names.",
});

@ObjectType({
  description: "A link of an objective that the newest edition of the Piano triennale has changed.",
})
export class PlanCarryOver {
  @Field(() => ObjectiveLink)
  readonly objective!: ObjectiveLink;

  @Field(() => String)
  readonly code!: string;

  @Field(() => CarryOverChangeEnum)
  readonly change!: CarryOverChange;

  @Field(() => Boolean, { description: "Whether I may write in its section now, and so decide it." })
  readonly mayDecide!: boolean;

  @Field(() => StrategyItem, { nullable: true, description: "In the plan's edition, where it has the code." })
  readonly from!: StrategyItem | null;

  @Field(() => StrategyItem, { nullable: true, description: "What it could name in the newest edition." })
  readonly proposal!: StrategyItem | null;
}
