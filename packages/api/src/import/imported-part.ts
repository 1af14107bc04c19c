import { type ImportMode, importModes } from "@upiao/document";
import { Field, ID, InputType, registerEnumType } from "type-graphql";

export const ImportModeEnum = Object.fromEntries(importModes.map((mode) => [mode, mode])) as Record<
  ImportMode,
  ImportMode
>;
registerEnumType(ImportModeEnum, {
  name: "ImportMode",
  description: "APPEND: after what stands there; REPLACE: in its place, which stays in a named version.",
});

@InputType({ description: "A text, and where it goes: into a section, or into a new one of the plan." })
export class ImportedPartInput {
  @Field(() => ID, { nullable: true })
  readonly sectionId?: string | null;

  @Field(() => String, { nullable: true, description: "Of a part of the plan that has no section yet." })
  readonly code?: string | null;

  @Field(() => ImportModeEnum)
  readonly mode!: ImportMode;

  @Field(() => String, { description: "The text as ProseMirror JSON." })
  readonly content!: string;
}
