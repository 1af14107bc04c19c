import { type Placement, type PlanForm, placements, planForms, type State, states } from "@upiao/domain";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from "typeorm";
import { Body } from "../body/body.entity.ts";
import { enumOf, oneOf } from "../closed-list.ts";
import { StrategyEdition } from "../strategy/strategy-edition.entity.ts";

export const PlanFormEnum = enumOf(planForms);
registerEnumType(PlanFormEnum, { name: "PlanForm" });
export const PlacementEnum = enumOf(placements);
registerEnumType(PlacementEnum, { name: "Placement" });
export const StateEnum = enumOf(states);
registerEnumType(StateEnum, { name: "State" });

/** A body's PIAO for three years (DL 80/2021, art. 6). */
@ObjectType()
@Entity()
@Unique(["bodyId", "firstYear"])
@Check("plan_form", oneOf("form", planForms))
@Check("plan_placement", oneOf("placement", placements))
@Check("plan_state", oneOf("state", states))
@Check("plan_deadline", "(budget_deadline IS NULL) = (deadline_reason IS NULL)")
@Check("plan_first_year", "first_year BETWEEN 2022 AND 2100")
export class Plan {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => Int)
  @Column("integer")
  firstYear!: number;

  @Field(() => PlanFormEnum)
  @Column("text")
  form!: PlanForm;

  @Field(() => StateEnum)
  @Column("text", { default: "DRAFT" })
  state!: State;

  @Field(() => Int, {
    description: "0: the plan; n: its aggiornamento n. n, which is being written or is in force.",
  })
  @Column("integer", { default: 0 })
  amendment!: number;

  @Field(() => PlacementEnum)
  @Column("text")
  placement!: Placement;

  @Field(() => String, {
    nullable: true,
    description: "Number of the strategy in the outline; null: the one that the placement gives.",
  })
  @Column("text", { nullable: true })
  placementNumber!: string | null;

  @Field(() => String, { nullable: true, description: "Act of the DUP that the plan refers to." })
  @Column("text", { nullable: true })
  dup!: string | null;

  @Field(() => String, { nullable: true, description: "Act of the PEG that the plan refers to." })
  @Column("text", { nullable: true })
  peg!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The term of the body's budget, where it was put off: the plan is due 30 days after it. ISO 8601.",
  })
  @Column("date", { nullable: true })
  budgetDeadline!: string | null;

  @Field(() => String, { nullable: true, description: "By which act the term was put off." })
  @Column("text", { nullable: true })
  deadlineReason!: string | null;

  /** The Province that the body has submitted its plan to, when no convention already makes it the reviewer. */
  @Column("uuid", { nullable: true })
  @Index()
  reviewerBodyId!: string | null;
  @ManyToOne(() => Body, { onDelete: "RESTRICT", nullable: true })
  reviewerBody!: Relation<Body> | null;

  /** Edition of the Piano triennale that it is written against: the newest when it was made (the database sees to it). Null
   *  only while no edition has been loaded. */
  @Column("text", { nullable: true })
  @Index()
  strategyEdition!: string | null;
  @ManyToOne(() => StrategyEdition, { onDelete: "RESTRICT", nullable: true })
  @JoinColumn({ name: "strategy_edition" })
  ofStrategyEdition!: Relation<StrategyEdition> | null;
}
