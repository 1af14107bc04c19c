import {
  type ExportFailure,
  type ExportFormat,
  type ExportKind,
  type ExportState,
  exportFailures,
  exportFormats,
  exportKinds,
  exportStates,
} from "@upiao/domain";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from "typeorm";
import { enumOf, oneOf } from "../closed-list.ts";
import { User } from "../people/user.entity.ts";

export const ExportKindEnum = enumOf(exportKinds);
registerEnumType(ExportKindEnum, { name: "ExportKind" });
export const ExportFormatEnum = enumOf(exportFormats);
registerEnumType(ExportFormatEnum, { name: "ExportFormat" });
export const ExportStateEnum = enumOf(exportStates);
registerEnumType(ExportStateEnum, { name: "ExportState" });
export const ExportFailureEnum = enumOf(exportFailures);
registerEnumType(ExportFailureEnum, { name: "ExportFailure" });

/** A file that a person has asked for, and the file, kept for a day. Nobody else ever has it. */
@ObjectType()
@Entity()
@Index(["byUserId", "at"])
@Check("file_export_kind", oneOf("kind", exportKinds))
@Check("file_export_format", oneOf("format", exportFormats))
@Check("file_export_state", oneOf("state", exportStates))
@Check("file_export_failure", `failure IS NULL OR ${oneOf("failure", exportFailures)}`)
@Check("file_export_failed", "(state = 'FAILED') = (failure IS NOT NULL)")
@Check("file_export_done", "(state = 'DONE') = (bytes IS NOT NULL)")
@Check("file_export_file", "num_nonnulls(name, media_type, bytes) = ANY (ARRAY[0, 3])")
@Check("file_export_progress", "progress BETWEEN 0 AND 100")
export class FileExport {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "CASCADE" })
  byUser!: Relation<User>;

  @Field(() => ExportKindEnum)
  @Column("text")
  kind!: ExportKind;

  /** Of the section, the version or the plan, as the kind says. It is read by the rights of its person, whatever it names. */
  @Column("uuid")
  subjectId!: string;

  /** The later version of a comparison; null: the text as it is now. */
  @Column("uuid", { nullable: true })
  otherId!: string | null;

  @Field(() => ExportFormatEnum)
  @Column("text")
  format!: ExportFormat;

  @Field(() => ExportStateEnum)
  @Column("text", { default: "QUEUED" })
  state!: ExportState;

  @Field(() => Int, { description: "0 to 100." })
  @Column("integer", { default: 0 })
  progress!: number;

  @Field(() => ExportFailureEnum, { nullable: true })
  @Column("text", { nullable: true })
  failure!: ExportFailure | null;

  @Field(() => String, { nullable: true, description: "Of the file, once there is one." })
  @Column("text", { nullable: true })
  name!: string | null;

  @Column("text", { nullable: true })
  mediaType!: string | null;

  @Column("bytea", { nullable: true, select: false })
  bytes!: Buffer | null;

  /** Whose texts are in the file: who may not read one of them any more may not have it. */
  @Column("uuid", { array: true, default: () => "'{}'" })
  sectionIds!: string[];

  @Field(() => Date)
  @CreateDateColumn({ type: "timestamptz" })
  readonly at!: Date;
}
