import type { Gap } from "@upiao/domain";
import { Field, ObjectType, registerEnumType } from "type-graphql";

const GapKindEnum = { MISSING: "MISSING", EMPTY: "EMPTY" } as const;
registerEnumType(GapKindEnum, {
  name: "GapKind",
  description: "MISSING: no section stands on that line. EMPTY: it has no words.",
});

@ObjectType({ description: "A line of the plan on which something is missing, against the piano-tipo." })
export class PlanGap implements Gap {
  @Field(() => String)
  readonly number!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => GapKindEnum)
  readonly what!: Gap["what"];

  @Field(() => Boolean, { description: "The plan's form asks for it." })
  readonly required!: boolean;

  @Field(() => Boolean, { description: "That the form asks for it has been verified." })
  readonly requiredVerified!: boolean;
}
