import { CreateDateColumn, Entity, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";

/** That a body's people were reminded of the values that they owe, so many days before the end of a round: once. */
@Entity()
export class MeasurementReminder {
  @PrimaryColumn("uuid")
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "CASCADE" })
  body!: Relation<Body>;

  @PrimaryColumn("integer")
  year!: number;

  @PrimaryColumn("integer")
  round!: number;

  /** Negative: it had passed. */
  @PrimaryColumn("integer")
  days!: number;

  @CreateDateColumn({ type: "timestamptz" })
  readonly at!: Date;
}
