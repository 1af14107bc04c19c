import { type VersionKind, versionKinds } from "@upiao/domain";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from "typeorm";
import { enumOf, oneOf } from "../closed-list.ts";
import { User } from "../people/user.entity.ts";
import { Section } from "../section/section.entity.ts";

export const VersionKindEnum = enumOf(versionKinds);
registerEnumType(VersionKindEnum, { name: "VersionKind" });

/** The text of a section as it stood at one moment. The database lets nobody change or remove a FROZEN one. */
@ObjectType()
@Entity()
@Unique(["sectionId", "number"])
@Check("version_kind", oneOf("kind", versionKinds))
@Check("version_name", "(kind = 'NAMED') = (name IS NOT NULL)")
@Check("version_sha256", "length(sha256) = 32")
export class Version {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "CASCADE" })
  section!: Relation<Section>;

  @Field(() => Int, { description: "1, 2, 3, … in its section." })
  @Column("integer")
  number!: number;

  @Field(() => VersionKindEnum)
  @Column("text")
  kind!: VersionKind;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  name!: string | null;

  /** How far of the section's log it holds. */
  @Column("integer")
  seq!: number;

  /** The whole text as one Yjs update (V1). */
  @Column("bytea", { select: false })
  bytes!: Buffer;

  /** Of the canonical content. */
  @Column("bytea")
  sha256!: Buffer;

  @Field(() => Int, {
    nullable: true,
    description: "Words added and removed since the last frozen version before it; null for the first.",
  })
  @Column("integer", { nullable: true })
  changedWords!: number | null;

  @Field(() => Int, { description: "Suggested changes in it that nobody had decided." })
  @Column("integer", { default: 0 })
  openSuggestions!: number;

  /** Null: kept by itself, when writing paused. */
  @Column("uuid", { nullable: true })
  byUserId!: string | null;
  @ManyToOne(() => User, { onDelete: "RESTRICT", nullable: true })
  byUser!: Relation<User> | null;

  /** Who has written since the version before. */
  @Column("uuid", { array: true, default: [] })
  writerIds!: string[];

  @Field(() => Date)
  @Column("timestamptz", { default: () => "now()" })
  at!: Date;
}
