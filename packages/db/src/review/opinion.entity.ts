import { type Competence, competences, type Verdict, verdicts } from "@upiao/domain";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { enumOf, oneOf } from "../closed-list.ts";
import { CompetenceEnum } from "../people/membership.entity.ts";
import { User } from "../people/user.entity.ts";
import { Section } from "../section/section.entity.ts";
import { Version } from "../version/version.entity.ts";

export const VerdictEnum = enumOf(verdicts);
registerEnumType(VerdictEnum, { name: "Verdict" });

/** The formal opinion of an auditor on a frozen version of a section (parere). The database lets nobody change it. */
@ObjectType()
@Entity()
@Check("opinion_competence", oneOf("competence", competences))
@Check("opinion_verdict", oneOf("verdict", verdicts))
export class Opinion {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  @Index()
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "RESTRICT" })
  section!: Relation<Section>;

  @Column("uuid")
  @Index()
  versionId!: string;
  @ManyToOne(() => Version, { onDelete: "RESTRICT" })
  version!: Relation<Version>;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;

  /** The body of whose control it is. */
  @Column("uuid")
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => CompetenceEnum)
  @Column("text")
  competence!: Competence;

  @Field(() => VerdictEnum)
  @Column("text")
  verdict!: Verdict;

  @Field(() => String)
  @Column("text")
  text!: string;

  @Field(() => Date)
  @Column("timestamptz", { default: () => "now()" })
  at!: Date;
}
