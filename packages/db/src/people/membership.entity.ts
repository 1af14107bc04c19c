import { type Competence, competences, type Role, roles } from "@upiao/domain";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from "typeorm";
import { Body } from "../body/body.entity.ts";
import { enumOf, oneOf } from "../closed-list.ts";
import { User } from "./user.entity.ts";

export const RoleEnum = enumOf(roles);
registerEnumType(RoleEnum, { name: "Role" });
export const CompetenceEnum = enumOf(competences);
registerEnumType(CompetenceEnum, { name: "Competence" });

/** A role that a person holds at a body (incarico). Losing it deletes the row, and takes effect at once. */
@ObjectType()
@Entity()
@Unique(["userId", "bodyId", "role"])
@Check("membership_role", oneOf("role", roles))
@Check(
  "membership_competence",
  `competence IS NULL OR role = 'AUDITOR'::text AND (${oneOf("competence", competences)})`,
)
export class Membership {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Field(() => RoleEnum)
  @Column("text")
  role!: Role;

  @Field(() => CompetenceEnum, { nullable: true, description: "Of an auditor: of which kind of control." })
  @Column("text", { nullable: true })
  competence!: Competence | null;

  @Column("uuid")
  userId!: string;
  @ManyToOne(() => User, { onDelete: "CASCADE" })
  user!: Relation<User>;

  @Column("uuid")
  @Index()
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @CreateDateColumn({ type: "timestamptz" })
  readonly since!: Date;
}
