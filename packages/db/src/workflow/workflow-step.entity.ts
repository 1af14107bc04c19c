import { type Action, actions, type Role, roles, type State, states } from "@upiao/domain";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { enumOf, oneOf } from "../closed-list.ts";
import { RoleEnum } from "../people/membership.entity.ts";
import { User } from "../people/user.entity.ts";
import { Plan, StateEnum } from "../plan/plan.entity.ts";
import { Section } from "../section/section.entity.ts";
import { Version } from "../version/version.entity.ts";

export const ActionEnum = enumOf(actions);
registerEnumType(ActionEnum, {
  name: "Action",
  description: "A step of the workflow of a section or a plan.",
});

/** A step of a section or of a plan: who took it, when and why, and the text as it stood then. */
@ObjectType()
@Entity()
@Check("workflow_step_subject", "(section_id IS NULL) <> (plan_id IS NULL)")
@Check("workflow_step_action", oneOf("action", actions))
@Check("workflow_step_from_state", oneOf("from_state", states))
@Check("workflow_step_to_state", oneOf("to_state", states))
@Check("workflow_step_role", oneOf("role", roles))
export class WorkflowStep {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid", { nullable: true })
  @Index()
  sectionId!: string | null;
  @ManyToOne(() => Section, { onDelete: "CASCADE", nullable: true })
  section!: Relation<Section> | null;

  @Column("uuid", { nullable: true })
  @Index()
  planId!: string | null;
  @ManyToOne(() => Plan, { onDelete: "CASCADE", nullable: true })
  plan!: Relation<Plan> | null;

  @Field(() => ActionEnum)
  @Column("text")
  action!: Action;

  @Field(() => StateEnum)
  @Column("text")
  fromState!: State;

  @Field(() => StateEnum)
  @Column("text")
  toState!: State;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  reason!: string | null;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;

  /** For which of their posts they acted. */
  @Column("uuid")
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => RoleEnum)
  @Column("text")
  role!: Role;

  /** The text that the step froze; null for a step of a plan. */
  @Column("uuid", { nullable: true })
  @Index()
  versionId!: string | null;
  @ManyToOne(() => Version, { onDelete: "RESTRICT", nullable: true })
  version!: Relation<Version> | null;

  @Field(() => Date)
  @Column("timestamptz", { default: () => "now()" })
  at!: Date;
}
