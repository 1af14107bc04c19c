import { CreateDateColumn, Entity, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { Plan } from "../plan/plan.entity.ts";

/** That a plan's people were reminded of its deadline, so many days before it: once. */
@Entity()
export class PlanReminder {
  @PrimaryColumn("uuid")
  planId!: string;
  @ManyToOne(() => Plan, { onDelete: "CASCADE" })
  plan!: Relation<Plan>;

  /** Where it is put off, all begins anew. */
  @PrimaryColumn("date")
  deadline!: string;

  /** Negative: it had passed. */
  @PrimaryColumn("integer")
  days!: number;

  @CreateDateColumn({ type: "timestamptz" })
  readonly at!: Date;
}
