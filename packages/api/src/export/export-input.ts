import { ExportKindEnum } from "@upiao/db";
import type { ExportKind } from "@upiao/domain";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "What a person asks for as a file." })
export class ExportInput {
  @Field(() => ExportKindEnum)
  readonly kind!: ExportKind;

  @Field(() => ID, {
    description:
      "Of the section whose text or comments, of the version, of the earlier of two, or of the plan.",
  })
  readonly id!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The later version of a comparison; without, the text as it is now.",
  })
  readonly afterId!: string | null | undefined;
}
