import { type FieldFaultKind, fieldFaults } from "@upiao/domain";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../closed-list.ts";

const FieldFaultEnum = enumOf(fieldFaults);
registerEnumType(FieldFaultEnum, {
  name: "FieldFault",
  description: "What is wrong with a field of an objective, in the text of its section.",
});

@ObjectType({
  description: "A field of an objective, or of one of its indicators, that wants mending in the text.",
})
export class ObjectiveFault {
  @Field(() => String, { description: "The field: `title`, `name`, `key`, or an attribute of the block." })
  readonly field!: string;

  @Field(() => String, {
    nullable: true,
    description: "Of the indicator with this key; null: of the objective.",
  })
  readonly indicatorKey!: string | null;

  @Field(() => FieldFaultEnum)
  readonly kind!: FieldFaultKind;
}
