import { CreateDateColumn, Entity, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";

/** That a body's people were reminded of something in its calendar, so many days before: once, and again where it was put off. */
@Entity()
export class CalendarReminder {
  @PrimaryColumn("uuid")
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "CASCADE" })
  body!: Relation<Body>;

  /** Of the item of the calendar. */
  @PrimaryColumn("text")
  key!: string;

  /** The day on which it was due. */
  @PrimaryColumn("date")
  day!: string;

  @PrimaryColumn("integer")
  days!: number;

  @CreateDateColumn({ type: "timestamptz" })
  readonly at!: Date;
}
