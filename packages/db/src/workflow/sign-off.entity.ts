import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { User } from "../people/user.entity.ts";
import { Section } from "../section/section.entity.ts";
import { Version } from "../version/version.entity.ts";

/** The RTD of a body has signed off a shared section, at a frozen version (sottoscrizione). */
@ObjectType()
@Entity()
@Unique(["sectionId", "bodyId", "versionId"])
export class SignOff {
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "CASCADE" })
  section!: Relation<Section>;

  @Column("uuid")
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Column("uuid")
  userId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  user!: Relation<User>;

  @Column("uuid")
  @Index()
  versionId!: string;
  @ManyToOne(() => Version, { onDelete: "RESTRICT" })
  version!: Relation<Version>;

  @Field(() => Date)
  @Column("timestamptz", { default: () => "now()" })
  at!: Date;
}
