import { Body, ServiceKindEnum } from "@upiao/db";
import { type AdhesionState, adhesionStates, type ServiceKind } from "@upiao/domain";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { usualAdhesions } from "../limits.ts";

const AdhesionStateEnum = Object.fromEntries(adhesionStates.map((state) => [state, state])) as {
  [Key in AdhesionState]: Key;
};
registerEnumType(AdhesionStateEnum, {
  name: "AdhesionState",
  description: "How a body stands to a service on a day.",
});

@ObjectType({ description: "How a body of the territory stands to a service on the day of the overview." })
export class TerritoryAdhesion {
  @Field(() => Body)
  readonly body!: Body;

  @Field(() => AdhesionStateEnum)
  readonly state!: AdhesionState;

  @Field(() => String, { nullable: true, description: "First day, ISO 8601; null: it was only asked for." })
  readonly fromDay!: string | null;

  @Field(() => String, { nullable: true, description: "Last day; null: none is set." })
  readonly untilDay!: string | null;
}

@ObjectType({ description: "A service of the lead body's hub, and which bodies of the territory take it." })
export class TerritoryService {
  @Field(() => String)
  readonly code!: string;

  @Field(() => ServiceKindEnum)
  readonly kind!: ServiceKind;

  @Field(() => String)
  readonly title!: string;

  @Field(() => [TerritoryAdhesion], {
    description: "By the name of the body; all others do not take it and have not asked for it.",
    complexity: ({ childComplexity }) => 1 + usualAdhesions * childComplexity,
  })
  readonly adhesions!: readonly TerritoryAdhesion[];
}
